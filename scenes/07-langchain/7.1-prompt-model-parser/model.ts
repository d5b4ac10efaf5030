import type { Recording, Stage } from './recording';

export interface Givens {
  readonly topic: string;
  /** Inputs of the batch. */
  readonly inputs: number;
  /** The stage that throws in the last step. */
  readonly throws: Stage;
}

export interface Model extends Givens {
  readonly recording: Recording;
  readonly type: string;
  readonly shared: string;
}

export const observed = (givens: Givens, recording: Recording): Model => ({
  ...givens,
  recording,
  type: recording.type,
  shared: `Runnable: ${recording.shared.join(', ')}`,
});

/** How many ticks the longest of the three calls takes. */
export const longest = ({ recording: { invoked, batched, streamed } }: Model): number =>
  Math.max(...[invoked, ...batched, ...streamed].map(({ at }) => at));
