// Makes the shipped word vectors from WordNet's definitions and examples, the same ones every time:
// `node tools/train-word-vectors.mjs`. Its result is committed; run it again only to change it. What
// it prints stands in public/words/SOURCES.md.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { root } from './ensure.mjs';
import { corpusChecksum, readCorpus } from './word-vectors/corpus.mjs';
import { nearestTo } from './word-vectors/nearest.mjs';
import { positivePmi, vocabularyOf } from './word-vectors/pmi.mjs';
import { similarity, spearman } from './word-vectors/similarity.mjs';
import { truncatedSvd } from './word-vectors/svd.mjs';

const SEED = 12;
const DIMENSIONS = 100;
/** Words that occur less often are left out. */
const LEAST = 6;
/** Entries are whole numbers from minus this to this: 31 of them zip to little more than four bits. */
const STEPS = 15;

/**
 * Row by row, the largest entry at the end of the range.
 * @param {Float64Array[]} columns
 */
function quantised(columns) {
  const size = columns[0].length;
  const steps = new Int8Array(size * columns.length);
  for (let i = 0; i < size; i += 1) {
    const largest = Math.max(...columns.map((column) => Math.abs(column[i])));
    columns.forEach((column, d) => {
      steps[i * columns.length + d] = Math.round((STEPS * column[i]) / largest);
    });
  }
  return steps;
}

/**
 * The file as src/math/word-vectors.ts reads it.
 * @param {string[]} words
 * @param {Int8Array} steps
 */
function packed(words, steps) {
  const list = Buffer.from(words.join('\n'));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(list.length);
  return gzipSync(Buffer.concat([head, list, Buffer.from(steps.buffer)]), { level: 9 });
}

/** @param {NodeJS.ArrayBufferView} data */
const checksum = (data) => createHash('sha256').update(data).digest('hex');

/**
 * A module of the app, which is TypeScript.
 * @param {string} path
 */
const appModule = async (path) => (await runnerImport(path, { root, configFile: false })).module;

const { Random } = await appModule('/src/math/random.ts');
const { readWordVectors } = await appModule('/src/math/word-vectors.ts');

const corpus = readCorpus();
console.log(`Corpus: ${corpus.length} synsets, SHA-256 ${corpusChecksum()}`);
const words = vocabularyOf(corpus, LEAST);
const matrix = positivePmi(corpus, words);
console.log(`${words.length} words, ${matrix.columns.length} pairs above chance`);
const columns = truncatedSvd(matrix, DIMENSIONS, new Random(SEED)).map(({ vector }) => vector);
const file = packed(words, quantised(columns));
mkdirSync(join(root, 'public/words'), { recursive: true });
writeFileSync(join(root, 'public/words/vectors.bin'), file);
console.log(`vectors.bin: ${file.length} bytes, SHA-256 ${checksum(file)}`);

const vectors = await readWordVectors(new Uint8Array(file));
console.log(`Spearman over ${similarity.length} pairs: ${spearman(vectors).toFixed(3)}`);
for (const word of ['king', 'dog', 'river', 'doctor', 'run', 'violin', 'copper', 'bread', 'law'])
  console.log(`${word}: ${nearestTo(vectors, word, 8).join(' ')}`);
