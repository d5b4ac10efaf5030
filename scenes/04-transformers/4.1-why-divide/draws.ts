import { Random } from '../../../src/author';

/** Keys that one query is compared with. */
export const KEYS = 8;
/** The widest query. */
export const WIDEST = 4096;
/** Dot products in the histogram. */
export const PAIRS = 4000;

/** Draws whose first scores are neither unusually close nor unusually far apart. */
const SEED = 7;

const known = new Map<number, readonly number[]>();

/** The first entries of a vector of normal numbers: a wider one begins with the narrower one. */
export function entries(stream: number, count: number): readonly number[] {
  let list = known.get(stream);
  if (!list) {
    const random = new Random(SEED, stream);
    known.set(stream, (list = Array.from({ length: WIDEST }, () => random.normal())));
  }
  return list.slice(0, count);
}

/**
 * Dot products of pairs of normal vectors. Seen along q, the entries of k are one normal number, so
 * q·k is the length of q times that: a length squared is drawn in one go, whatever the width.
 */
export function dotProducts(width: number): readonly number[] {
  const random = new Random(SEED, KEYS + 1);
  return Array.from(
    { length: PAIRS },
    () => Math.sqrt(sumOfSquares(width, random)) * random.normal(),
  );
}

/** A sum of squares of normal numbers (the gamma method of Marsaglia and Tsang, 2000). */
function sumOfSquares(count: number, random: Random): number {
  if (count === 1) return random.normal() ** 2;
  const d = count / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.uniform();
    if (Math.log(u) < x * x * 0.5 + d - d * v + d * Math.log(v)) return 2 * d * v;
  }
}
