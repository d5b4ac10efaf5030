import { dot } from './dot.mjs';

/**
 * The words nearest to one, without it, the nearest first.
 * @param {import('../../src/math/word-vectors').WordVectors} vectors
 * @param {string} word
 * @param {number} count
 */
export function nearestTo(vectors, word, count) {
  const row = vectors.row(word);
  if (!row) throw new RangeError(`${word} has no vector`);
  const cosines = vectors.words.map((_, i) => dot(row, vectors.rowAt(i)));
  return [...vectors.words.keys()]
    .filter((i) => vectors.words[i] !== word)
    .sort((i, j) => cosines[j] - cosines[i])
    .slice(0, count)
    .map((i) => vectors.words[i]);
}
