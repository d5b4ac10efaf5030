/** A message as the recording of a run has it. */
export interface Entry {
  readonly id: string;
  readonly speaker: 'human' | 'ai' | 'remove';
  readonly text: string;
}

/** One step of the graph: the state, what the node returned, and the state it led to. */
export interface Stepped {
  readonly before: readonly Entry[];
  readonly update: readonly Entry[];
  readonly after: readonly Entry[];
}

export interface Runs {
  readonly with: Stepped;
  readonly without: Stepped;
  /** Where the state holds a message: one is returned under the same id, one is removed by its id. */
  readonly replace?: Stepped;
  readonly remove?: Stepped;
}

const SAID = [
  'What is a tensor?',
  'An array of numbers.',
  'And its rank?',
  'The number of its axes.',
  'Has a scalar a rank?',
  'Yes, rank 0.',
  'And a matrix?',
  'Rank 2.',
];

const REPLIED = [
  'It counts the axes.',
  'A vector has one.',
  'A matrix has two.',
  'A photo has three.',
];

export const MOST = { history: SAID.length, returns: REPLIED.length };

/** What has been said so far, by the reader and the model in turn. */
export const conversation = (count: number): Entry[] =>
  SAID.slice(0, count).map((text, i) => ({
    id: `m${i + 1}`,
    speaker: i % 2 === 0 ? 'human' : 'ai',
    text,
  }));

/** What the node returns: messages with ids of their own. */
export const replies = (history: number, count: number): Entry[] =>
  REPLIED.slice(0, count).map((text, i) => ({ id: `m${history + i + 1}`, speaker: 'ai', text }));

/** The same message in other words, under the same id. */
export const edited = ({ text, ...message }: Entry): Entry => ({
  ...message,
  text: `${text} (edited)`,
});
