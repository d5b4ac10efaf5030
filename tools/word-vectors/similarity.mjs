// Pairs of words with how alike in meaning they are, from 0 to 10: a small list of our own, no survey.
// Related is not alike: a doctor and a hospital go together without being the same kind of thing.
// Settings of the training were compared by this list, so its score is no test on unseen pairs.
import { dot } from './dot.mjs';

/** @type {[string, string, number][]} */
export const similarity = [
  ['car', 'automobile', 10],
  ['doctor', 'physician', 9.6],
  ['begin', 'start', 9.5],
  ['big', 'large', 9.5],
  ['quick', 'fast', 9.4],
  ['boat', 'ship', 8.6],
  ['king', 'monarch', 8.8],
  ['stone', 'rock', 9],
  ['road', 'street', 8.5],
  ['happy', 'glad', 9.2],
  ['wood', 'forest', 7.6],
  ['king', 'queen', 7.4],
  ['dog', 'wolf', 7.2],
  ['horse', 'pony', 8.2],
  ['river', 'stream', 8.6],
  ['lake', 'pond', 8.2],
  ['sea', 'ocean', 9.2],
  ['teacher', 'professor', 8],
  ['soldier', 'officer', 6.6],
  ['cup', 'mug', 8.6],
  ['apple', 'pear', 7],
  ['lemon', 'orange', 7],
  ['bread', 'cake', 6],
  ['hammer', 'nail', 4.6],
  ['violin', 'cello', 7.8],
  ['piano', 'music', 5.4],
  ['copper', 'iron', 6.8],
  ['gold', 'silver', 7.2],
  ['mother', 'father', 7.2],
  ['son', 'daughter', 7.4],
  ['brother', 'sister', 7.4],
  ['buy', 'purchase', 9.6],
  ['buy', 'sell', 5.2],
  ['hot', 'cold', 4.2],
  ['doctor', 'hospital', 5.4],
  ['doctor', 'nurse', 6.6],
  ['judge', 'court', 5.6],
  ['priest', 'church', 5.4],
  ['student', 'school', 5.2],
  ['bird', 'eagle', 7.2],
  ['bird', 'wing', 5],
  ['tree', 'leaf', 5],
  ['fish', 'salmon', 7.2],
  ['cat', 'tiger', 6.8],
  ['cow', 'milk', 5],
  ['sheep', 'goat', 7],
  ['bee', 'honey', 5.4],
  ['sun', 'moon', 5.6],
  ['rain', 'snow', 6.2],
  ['rain', 'cloud', 5.6],
  ['house', 'roof', 5],
  ['house', 'cottage', 8.2],
  ['window', 'door', 5.4],
  ['shirt', 'coat', 6.2],
  ['run', 'walk', 6],
  ['eat', 'drink', 6],
  ['laugh', 'smile', 6.6],
  ['letter', 'alphabet', 5.8],
  ['money', 'bank', 5.6],
  ['war', 'battle', 7.8],
  ['war', 'peace', 4],
  ['anger', 'rage', 9],
  ['fear', 'terror', 8.6],
  ['number', 'integer', 7.4],
  ['triangle', 'circle', 5.6],
  ['king', 'cabbage', 0.6],
  ['dog', 'violin', 0.6],
  ['river', 'poem', 0.8],
  ['doctor', 'gravel', 0.4],
  ['apple', 'lawyer', 0.4],
  ['copper', 'laugh', 0.3],
  ['moon', 'butter', 0.6],
  ['ocean', 'grammar', 0.3],
  ['horse', 'algebra', 0.3],
  ['bread', 'senate', 0.4],
  ['rain', 'sonata', 0.6],
  ['shirt', 'planet', 0.5],
  ['judge', 'shrub', 0.3],
  ['window', 'fever', 0.5],
  ['nurse', 'granite', 0.3],
  ['sheep', 'theorem', 0.3],
  ['purchase', 'feather', 0.5],
];

/**
 * The rank of each value among all, from 0; equal values share the mean of theirs.
 * @param {number[]} values
 */
const ranksOf = (values) =>
  values.map(
    (x) => values.filter((y) => y < x).length + (values.filter((y) => y === x).length - 1) / 2,
  );

/**
 * Spearman's correlation: how far the cosines put the pairs in the same order as the list does.
 * @param {{ row(word: string): ArrayLike<number> | undefined }} vectors
 */
export function spearman(vectors) {
  const cosines = similarity.map(([a, b]) => {
    const [x, y] = [vectors.row(a), vectors.row(b)];
    if (!x || !y) throw new RangeError(`${a} or ${b} has no vector`);
    return dot(x, y);
  });
  const [ours, theirs] = [ranksOf(cosines), ranksOf(similarity.map(([, , alike]) => alike))];
  const mean = (similarity.length - 1) / 2;
  /** @type {(a: number[], b: number[]) => number} */
  const product = (a, b) => a.reduce((sum, x, i) => sum + (x - mean) * (b[i] - mean), 0);
  return product(ours, theirs) / Math.sqrt(product(ours, ours) * product(theirs, theirs));
}
