import { positionsOfLargest, type WordVectors } from '../../../src/author';
import { LENGTH, type Collection } from './collection';

/** So many documents are the best of all, by MaxSim: those a shortlist should keep. */
export const BEST = 10;

/** MaxSim of a question with every document: the sum over its words of the nearest one's cosine. */
export function maxSims(
  question: readonly number[],
  { count, words }: Collection,
  vectors: WordVectors,
): Float64Array {
  const sums = new Float64Array(count);
  for (const word of question) {
    const cosines = cosinesOf(word, vectors);
    for (let i = 0; i < count; i += 1) {
      let most = -1;
      for (let w = LENGTH * i; w < LENGTH * (i + 1); w += 1)
        most = Math.max(most, cosines[words[w]]);
      sums[i] += most;
    }
  }
  return sums;
}

function cosinesOf(word: number, { size, dimensions, entries }: WordVectors): Float64Array {
  const cosines = new Float64Array(size);
  for (let i = 0; i < size; i += 1)
    for (let d = 0; d < dimensions; d += 1)
      cosines[i] += entries[word * dimensions + d] * entries[i * dimensions + d];
  return cosines;
}

/** Where the best by one score stand by another, counted from 1. */
export function ranksOfBest(best: Float64Array, by: ArrayLike<number>): number[] {
  return positionsOfLargest(best, BEST).map((i) => {
    let before = 0;
    for (let j = 0; j < by.length; j += 1) if (by[j] > by[i]) before += 1;
    return before + 1;
  });
}

/** The share of the best that a shortlist of this length keeps. */
export const recallAt = (ranks: readonly number[], length: number): number =>
  ranks.filter((rank) => rank <= length).length / ranks.length;
