import { agent } from './agent.js';
import type { Message } from './chat';
import { questionOf, scripted, tools, type ScriptName } from './scripts.js';

export interface Givens {
  readonly script: ScriptName;
  readonly max_turns: number;
}

/** A run: the messages it has left, and what came of it. */
export interface Run {
  readonly messages: readonly Message[];
  readonly final: string;
  readonly turns: number;
  readonly toolCalls: number;
  /** Whether it ended in an error. */
  readonly failed: boolean;
}

export interface Recording {
  readonly run: Run;
  /** The same model with as many turns as it may want. */
  readonly patient: Run;
  /** A model that never stops, with as many turns. */
  readonly endless: Run;
}

export interface Model extends Givens, Run {
  /** What the model says when it has the turns it wants; nothing where it never stops. */
  readonly answer: string | undefined;
  /** The error of too many turns. */
  readonly tooLong: string;
  /** What the last tool returned. */
  readonly lastResult: string | undefined;
}

/** The most turns that can be allowed. */
export const MOST = 12;

/** Runs the solution itself on the scripted model. */
async function runOf({ script, max_turns }: Givens): Promise<Run> {
  const messages = [questionOf(script)];
  try {
    const done = await agent(scripted(script), tools, messages, max_turns);
    return { messages, ...done, failed: false };
  } catch (error) {
    const count = (role: Message['role']): number =>
      messages.filter((message) => message.role === role).length;
    return {
      messages,
      final: String(error),
      turns: count('assistant'),
      toolCalls: count('tool'),
      failed: true,
    };
  }
}

export async function record(givens: Givens): Promise<Recording> {
  const [run, patient, endless] = await Promise.all([
    runOf(givens),
    runOf({ ...givens, max_turns: MOST }),
    runOf({ ...givens, script: 'never-stops' }),
  ]);
  return { run, patient, endless };
}

export const observed = (givens: Givens, { run, patient, endless }: Recording): Model => ({
  ...givens,
  ...run,
  answer: patient.failed ? undefined : patient.final,
  tooLong: endless.final,
  lastResult: run.messages.findLast(({ role }) => role === 'tool')?.content,
});

/** How many tools each turn asks for. */
export const callsOf = ({ messages }: Pick<Run, 'messages'>): number[] =>
  messages.flatMap((message) => (message.role === 'assistant' ? [message.tool_calls.length] : []));
