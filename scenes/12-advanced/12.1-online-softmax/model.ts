import { dot, softmax, type Vector } from '../../../src/author';
import { naiveSums, type NaiveSum } from './naive';

/** What a reader can change. */
export interface Givens {
  readonly scores: Vector;
  readonly values: Vector;
  /** Scores read at once, from 1; the last block may be shorter. */
  readonly block: number;
}

/** Everything that follows from n scores and n values read in B blocks. */
export interface Model extends Givens {
  /** Positions of each block's scores, counted from 0. */
  readonly blocks: readonly Vector[];
  /** The largest score so far, after each block. */
  readonly m: Vector;
  /** Σ e^(s − m) over the scores so far, after each block. */
  readonly l: Vector;
  /** Σ e^(s − m)·v over the scores so far, after each block. */
  readonly o: Vector;
  /** e^(m before − m after), by which a block multiplies the old sums; 0 for the first. */
  readonly rescale: Vector;
  /** o / l after the last block. */
  readonly out: number;
  /** The softmax of all scores at once. */
  readonly direct_weights: Vector;
  /** Its mean of the values. */
  readonly direct: number;
  /** |out − direct|: round-off. */
  readonly difference: number;
  /** What the same sums come to without the shift by m, in float32, after each block. */
  readonly naive: readonly NaiveSum[];
}

/**
 * The online softmax (Milakov and Gimelshein, 2018) with a weighted sum carried along, as flash
 * attention does (Dao et al., 2022): m, l and o after each block of scores.
 */
export function stream({ scores, values, block }: Givens): Model {
  const blocks = cut(scores.length, block);
  const m: number[] = [];
  const l: number[] = [];
  const o: number[] = [];
  const rescale: number[] = [];
  let before = { m: -Infinity, l: 0, o: 0 };
  for (const positions of blocks) {
    const top = Math.max(before.m, ...positions.map((i) => scores[i]));
    const factor = Math.exp(before.m - top);
    const terms = positions.map((i) => Math.exp(scores[i] - top));
    const l_new = before.l * factor + total(terms);
    const o_new = before.o * factor + total(terms.map((term, k) => term * values[positions[k]]));
    before = { m: top, l: l_new, o: o_new };
    m.push(top);
    l.push(l_new);
    o.push(o_new);
    rescale.push(factor);
  }
  const out = before.o / before.l;
  const direct_weights = softmax(scores);
  const direct = dot(direct_weights, values);
  return {
    scores,
    values,
    block,
    blocks,
    m,
    l,
    o,
    rescale,
    out,
    direct_weights,
    direct,
    difference: Math.abs(out - direct),
    naive: naiveSums(scores, values, blocks),
  };
}

/** The positions 0 to count − 1 in blocks. */
function cut(count: number, block: number): number[][] {
  return Array.from({ length: Math.ceil(count / block) }, (_, b) =>
    Array.from({ length: Math.min(block, count - b * block) }, (__, i) => b * block + i),
  );
}

export const total = (terms: Vector): number => terms.reduce((sum, term) => sum + term, 0);
