import type { Compute } from '../../../src/author';

/** Steps that the kernels of whole diagrams take in one dispatch, at most. */
export const A_DISPATCH = 8;

/** Walker steps between two looks at the signal: some 30 ms on each kind of device. */
const PIECE = { hardware: 2e8, software: 4e6, cpu: 2.5e5 } as const;

export const aborted = (): DOMException => new DOMException('A newer request came.', 'AbortError');

/** Who hears how far a run has come, and who may end it. */
export interface Watch {
  progress(fraction: number): void;
  readonly signal: AbortSignal;
}

/** How much there is to do. */
export interface Work {
  readonly walkers: number;
  readonly steps: number;
  /** Steps of a dispatch. */
  readonly each: number;
}

/**
 * Queues work a dispatch at a time (`dispatch` is told the step it begins at), and waits for the
 * device so often that the page stays answerable.
 */
export async function inPieces(
  compute: Compute,
  { walkers, steps, each }: Work,
  watch: Watch,
  dispatch: (first: number) => void,
): Promise<void> {
  let since = 0;
  for (let first = 0; first < steps; first += each) {
    dispatch(first);
    since += walkers * each;
    if (since < PIECE[compute.adapter]) continue;
    since = 0;
    await compute.finished();
    if (watch.signal.aborted) throw aborted();
    watch.progress(Math.min(1, (first + each) / steps));
  }
  await compute.finished();
  if (watch.signal.aborted) throw aborted();
}
