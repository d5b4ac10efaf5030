/** Completion is reported in steps of some milliseconds: a batch should last many of them. */
const BATCH_MILLISECONDS = 20;
const MOST_RUNS = 10_000;

/** A slow contender may take this long in all its rounds; what it cannot be asked seven times. */
const CONTENDER_MILLISECONDS = 14_000;
const FEWEST_ROUNDS = 3;

/** What is timed: runs are queued, then waited for. */
export interface Timed {
  select?(): Promise<void>;
  run(): void | Promise<void>;
  finish(): Promise<void>;
}

/** Milliseconds for `runs` runs, each of them. */
export async function time(timed: Timed, runs = 1): Promise<number> {
  await timed.select?.();
  const start = performance.now();
  for (let i = 0; i < runs; i += 1) {
    const queued = timed.run();
    // Awaiting what is not a promise would cost a turn of the event loop.
    if (queued) await queued;
  }
  await timed.finish();
  return (performance.now() - start) / runs;
}

/** How many runs fill a batch, from the time of one. */
export const runsFor = (milliseconds: number): number =>
  Math.min(MOST_RUNS, Math.max(1, Math.ceil(BATCH_MILLISECONDS / milliseconds)));

/**
 * Runs for a batch, found by running: engines compile anew what they see often, and one run may be
 * held up by something else.
 */
export async function batchFor(timed: Timed): Promise<number> {
  let best = await time(timed);
  for (let turn = 0; turn < 2 && runsFor(best) > 1; turn += 1) {
    best = Math.min(best, await time(timed, runsFor(best)));
  }
  return runsFor(best);
}

/** In how many of the rounds a contender of this speed takes part. */
export function roundsFor(milliseconds: number, rounds: number): number {
  const affordable = Math.floor(CONTENDER_MILLISECONDS / milliseconds);
  return Math.min(rounds, Math.max(FEWEST_ROUNDS, affordable));
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The slope of y over x by least squares. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
