// How much more often two words stand together than by chance: positive pointwise mutual information
// with smoothed contexts (Levy, Goldberg and Dagan, 2015), as a sparse matrix.

/** @typedef {import('./corpus.mjs').Entry} Entry */
/**
 * A sparse matrix, row by row: row i has the entries from `starts[i]` up to `starts[i + 1]`.
 * @typedef {{ size: number, starts: Uint32Array, columns: Uint32Array, values: Float32Array }} Sparse
 */

/** Words further apart in a text are not counted as standing together. */
const WINDOW = 5;
/** Contexts are smoothed by this power, so that rare ones do not count too much. */
const SMOOTHING = 0.75;
/** What a name and a word of its definition count, and what two names of one thing do. */
const DEFINED = 2;
const ALIKE = 8;
/** So much is taken off: what is hardly above chance says little. */
const SHIFT = 1;

/**
 * The words that occur often enough, the most frequent first.
 * @param {Entry[]} corpus
 * @param {number} least
 */
export function vocabularyOf(corpus, least) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { lemmas, texts } of corpus)
    for (const word of [...lemmas, ...texts].flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([word, count]) => count >= least && word.length > 1)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/**
 * Counts of words that stand together: near each other in a text, nearer ones for more; and what a
 * synset is called with every word that defines it or stands beside it in an example.
 * @param {Entry[]} corpus
 * @param {string[]} vocabulary
 * @returns {Map<number, number>[]}
 */
function countTogether(corpus, vocabulary) {
  const indexOf = new Map(vocabulary.map((word, i) => [word, i]));
  /** @type {Map<number, number>[]} */
  const rows = vocabulary.map(() => new Map());
  /** @type {(a: number, b: number, weight: number) => void} */
  const count = (a, b, weight) => {
    rows[a].set(b, (rows[a].get(b) ?? 0) + weight / 2);
    rows[b].set(a, (rows[b].get(a) ?? 0) + weight / 2);
  };
  /** @type {(words: string[]) => number[]} */
  const known = (words) => words.flatMap((word) => indexOf.get(word) ?? []);
  for (const { lemmas, texts } of corpus) {
    const names = lemmas.map(known);
    for (const words of [...names, ...texts.map(known)])
      for (let i = 0; i < words.length; i += 1)
        for (let j = Math.max(0, i - WINDOW); j < i; j += 1)
          count(words[i], words[j], (WINDOW + 1 - (i - j)) / WINDOW);
    // A name of several words is one name: its words share what it counts for.
    for (const name of names)
      for (const word of name) {
        for (const other of texts.flatMap(known)) count(word, other, DEFINED / name.length);
        for (const synonym of names)
          for (const other of synonym) count(word, other, ALIKE / (name.length * synonym.length));
      }
  }
  return rows;
}

/**
 * @param {Entry[]} corpus
 * @param {string[]} vocabulary
 * @returns {Sparse}
 */
export function positivePmi(corpus, vocabulary) {
  const rows = countTogether(corpus, vocabulary);
  const sums = rows.map((row) => [...row.values()].reduce((sum, x) => sum + x, 0));
  const all = sums.reduce((sum, x) => sum + x, 0);
  const smoothed = sums.map((sum) => sum ** SMOOTHING);
  const allSmoothed = smoothed.reduce((sum, x) => sum + x, 0);
  const starts = new Uint32Array(vocabulary.length + 1);
  /** @type {number[]} */
  const columns = [];
  /** @type {number[]} */
  const values = [];
  rows.forEach((row, i) => {
    for (const [j, together] of [...row].sort(([a], [b]) => a - b)) {
      const chance = (sums[i] / all) * (smoothed[j] / allSmoothed);
      const pmi = Math.log(together / all / chance) - SHIFT;
      if (pmi <= 0) continue;
      columns.push(j);
      values.push(pmi);
    }
    starts[i + 1] = columns.length;
  });
  return {
    size: vocabulary.length,
    starts,
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
  };
}
