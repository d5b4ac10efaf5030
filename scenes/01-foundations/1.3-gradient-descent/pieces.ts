import type { Compute } from '../../../src/author';

/** Steps that the kernels take in one dispatch, at most. */
export const A_DISPATCH = 8;

/** Walker steps between two looks at the signal: some 30 ms on each kind of device. */
const PIECE = { hardware: 2e8, software: 4e6, cpu: 2.5e5 } as const;

export const aborted = (): DOMException => new DOMException('A newer request came.', 'AbortError');

/** Who hears how far a run has come, and who may end it. */
export interface Watch {
  progress(fraction: number): void;
  readonly signal: AbortSignal;
}

/**
 * Queues `steps` steps of `walkers` walkers, a dispatch at a time (`dispatch` is told the step it
 * begins at), and waits for the device so often that the page stays answerable.
 */
export async function inPieces(
  compute: Compute,
  steps: number,
  walkers: number,
  watch: Watch,
  dispatch: (first: number) => void,
): Promise<void> {
  let since = 0;
  for (let first = 0; first < steps; first += A_DISPATCH) {
    dispatch(first);
    since += walkers * A_DISPATCH;
    if (since < PIECE[compute.adapter]) continue;
    since = 0;
    await compute.finished();
    if (watch.signal.aborted) throw aborted();
    watch.progress(Math.min(1, (first + A_DISPATCH) / steps));
  }
  await compute.finished();
  if (watch.signal.aborted) throw aborted();
}
