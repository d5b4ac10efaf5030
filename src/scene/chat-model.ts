/** What is said in a chat, and by whom. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** A chat model that is asked while the reader waits. */
export interface ChatModel {
  /** What the reader knows it by. */
  readonly name: string;
  /**
   * The words that answer these messages.
   * @throws Error with a sentence for the reader when none come
   */
  chat(
    messages: readonly ChatMessage[],
    options: { readonly signal: AbortSignal; readonly temperature?: number },
  ): Promise<string>;
}
