export const STAGES = ['prompt', 'model', 'parser'] as const;
export type Stage = (typeof STAGES)[number];

/** A value between two stages: its type, and what it holds. */
export interface Passed {
  readonly type: string;
  readonly content: string;
}

/** What came out, and when, by the clock of the scripted model. */
export interface Arrival {
  readonly at: number;
  readonly text: string;
}

export interface Recording {
  /** What the pipe has built, as the library names it. */
  readonly type: string;
  /** Methods that the chain and all of its stages have. */
  readonly shared: readonly string[];
  /** The reader's own model, by name, where its message was passed on and not the scripted one's. */
  readonly by?: string;
  /** The input, then what comes out of each stage. */
  readonly passed: readonly Passed[];
  readonly invoked: Arrival;
  /** An answer for every input, and when the call returned all of them. */
  readonly batched: readonly Arrival[];
  readonly streamed: readonly Arrival[];
  /** The stages that ran before one threw, and its error. */
  readonly broken: { readonly ran: readonly Stage[]; readonly message: string };
}
