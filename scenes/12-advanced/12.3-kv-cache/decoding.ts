import attention from '../../../shaders/attention/attention';
import normals from '../../../shaders/random/normals';
import {
  compareWithTwin,
  type Agreement,
  type Compute,
  type ScaleStage,
} from '../../../src/author';

type Clock = ScaleStage<unknown>['clock'];

/** Numbers of a key. */
const WIDTH = 64;
const SHORTEST = 256;
/** Of so many runs the shortest time is kept: others were interrupted. */
const RUNS = 3;
/** What is expected to take longer than this runs once, in milliseconds. */
const LONG = 100;
/** No context is computed anew that is expected to take longer, but for the first. */
const PATIENCE = 300;
/** So many are needed for an exponent. */
const LEAST = 4;
/** The context whose last token the twin computes as well. */
const CHECKED = 4096;

/** What one more token costs after so many. */
export interface Timing {
  readonly context: number;
  readonly cached: number;
  /** Absent where it would take too long. */
  readonly anew?: number;
}

export interface Decoded {
  readonly timings: readonly Timing[];
  readonly agreement: Agreement;
}

/** Contexts, each twice as long as the one before. */
const contexts = (longest: number): number[] => {
  const all: number[] = [];
  for (let context = SHORTEST; context <= longest; context *= 2) all.push(context);
  return all;
};

/** Measures one more token with a cache and without, at ever longer contexts. */
export async function decode(
  compute: Compute,
  clock: Clock,
  longest: number,
  progress: (share: number) => void,
): Promise<Decoded> {
  const head = headOf(compute, longest);
  // What runs for the first time is compiled first, and is not timed.
  head.attend(0, SHORTEST);
  const timings: Timing[] = [];
  const all = contexts(longest);
  let expected = 0;
  for (const [i, context] of all.entries()) {
    const cached = await shortest(compute, clock, () => head.attend(context - 1, 1));
    const anew =
      i < LEAST || expected < PATIENCE
        ? await shortest(compute, clock, () => head.attend(0, context), expected > LONG ? 1 : RUNS)
        : undefined;
    // Four times the pairs in twice the context.
    expected = 4 * (anew ?? expected);
    timings.push({ context, cached, anew });
    progress((i + 1) / all.length);
  }
  return { timings, agreement: await head.check() };
}

/**
 * A cache with room for the longest context. A token attends to those up to its own, so what a
 * shorter context needs is the beginning of it.
 */
function headOf(compute: Compute, tokens: number) {
  const drawn = (stream: number) => {
    const tensor = compute.zeros(tokens * WIDTH);
    compute.run(normals, {
      dimensions: { count: tokens * WIDTH },
      knobs: { seed: 123, stream },
      buffers: { normals: tensor },
    });
    return tensor;
  };
  const inputs = { q: drawn(0), k: drawn(1), v: drawn(2) };
  const attended = compute.zeros(tokens * WIDTH);
  const registers = compute.zeros(tokens * 2);
  const callOf = (length: number, first: number, rows: number) => ({
    dimensions: { heads: 1, tokens: length, width: WIDTH, rows },
    knobs: { first, causal: 1 },
  });
  return {
    attend: (first: number, rows: number) =>
      compute.run(attention, {
        ...callOf(tokens, first, rows),
        buffers: { ...inputs, attended, registers },
      }),
    async check(): Promise<Agreement> {
      const last = CHECKED - 1;
      const [running, q, k, v] = await compute.readAll([
        [attended, last * WIDTH, WIDTH],
        ...[inputs.q, inputs.k, inputs.v].map((tensor) => [tensor, 0, CHECKED * WIDTH] as const),
      ]);
      const twin = await compute.twin(attention, {
        ...callOf(CHECKED, last, 1),
        buffers: {
          ...{ q, k, v },
          attended: new Float32Array(CHECKED * WIDTH),
          registers: new Float32Array(CHECKED * 2),
        },
      });
      const what = `entries of what token ${CHECKED.toLocaleString('en')} attends to`;
      return compareWithTwin(running, twin.attended.slice(last * WIDTH), attention.bound, what);
    },
  };
}

async function shortest(
  compute: Compute,
  clock: Clock,
  queue: () => void,
  runs = RUNS,
): Promise<number> {
  await compute.finished();
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const started = clock.now();
    queue();
    await compute.finished();
    // Some clocks are coarse: a time of 0 has no logarithm.
    least = Math.min(least, Math.max(0.005, clock.now() - started));
  }
  return least;
}

/** The exponent at which a time grows over the longer half of its contexts, by least squares. */
export function exponent(points: readonly (readonly [context: number, time: number])[]): number {
  const logs = points.slice(-Math.max(3, Math.ceil(points.length / 2))).map((p) => p.map(Math.log));
  const mean = (i: number): number => logs.reduce((sum, p) => sum + p[i], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, p) => sum + (p[0] - x) * (p[1] - y), 0);
  return above / logs.reduce((sum, p) => sum + (p[0] - x) ** 2, 0);
}
