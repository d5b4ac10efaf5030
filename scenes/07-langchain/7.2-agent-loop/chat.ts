/** What a model asks for. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A message of a conversation, in the shape that chat models share. */
export type Message =
  | { readonly role: 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      readonly content: string;
      readonly tool_calls: readonly ToolCall[];
    }
  | { readonly role: 'tool'; readonly content: string; readonly tool_call_id: string };

export type Said = Extract<Message, { role: 'assistant' }>;
export type ChatModel = (messages: readonly Message[]) => Promise<Said>;
export type Tools = Readonly<
  Record<string, (args: Readonly<Record<string, string | number>>) => unknown>
>;

/** What a scripted model says, turn by turn, and what it reads from the results before it. */
export interface Script {
  readonly label: string;
  readonly question: string;
  readonly turns: readonly ((results: readonly string[]) => Said)[];
}

/** What a run has come to. */
export interface Done {
  readonly final: string;
  readonly turns: number;
  readonly toolCalls: number;
}

export type Agent = (
  model: ChatModel,
  tools: Tools,
  messages: Message[],
  maxTurns: number,
) => Promise<Done>;
