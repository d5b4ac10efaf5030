import type { Vector } from '../../../src/author';

/** The sums of a softmax that is not shifted, as float32 holds them. */
export interface NaiveSum {
  /** Σ e^s: ∞ once a term or the sum passes float32's largest number. */
  readonly sum: number;
  /** Σ e^s·v over Σ e^s; NaN where that is ∞/∞ or 0/0. */
  readonly out: number;
}

/** The largest number that float32 holds. */
export const LARGEST = 2 ** 128 - 2 ** 104;

/** Every operation rounded to float32, as it would be on a graphics card. */
export function naiveSums(
  scores: Vector,
  values: Vector,
  blocks: readonly Vector[],
): readonly NaiveSum[] {
  let sum = 0;
  let weighted = 0;
  return blocks.map((positions) => {
    for (const i of positions) {
      const term = Math.fround(Math.exp(scores[i]));
      sum = Math.fround(sum + term);
      weighted = Math.fround(weighted + Math.fround(term * Math.fround(values[i])));
    }
    return { sum, out: Math.fround(weighted / sum) };
  });
}

/** What became of a naive sum. */
export function fate({ sum }: NaiveSum): 'fine' | 'overflow' | 'underflow' {
  if (sum === Infinity) return 'overflow';
  return sum === 0 ? 'underflow' : 'fine';
}
