import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWordVectors } from '../../../src/math/word-vectors';
import { root } from '../../../tools/ensure.mjs';
import { nearestTo } from '../../../tools/word-vectors/nearest.mjs';
import { similarity, spearman } from '../../../tools/word-vectors/similarity.mjs';

const file = readFileSync(`${root}public/words/vectors.bin`);
const vectors = await readWordVectors(new Uint8Array(file));
const sources = readFileSync(`${root}public/words/SOURCES.md`, 'utf8');

test('the shipped file is the one its note describes, and keeps within its size', () => {
  expect(sources).toContain(createHash('sha256').update(file).digest('hex'));
  expect(sources).toContain(vectors.size.toLocaleString('en'));
  expect(vectors.size).toBeGreaterThanOrEqual(20_000);
  expect(vectors.dimensions).toBe(100);
  expect(file.length).toBeLessThanOrEqual(1.5e6);
});

test('the score over the list of pairs is the stated one', () => {
  expect(sources).toContain(`${similarity.length} pairs`);
  expect(sources).toContain(spearman(vectors).toFixed(2));
  expect(spearman(vectors)).toBeGreaterThan(0.5);
});

test('every vector has length 1', () => {
  for (let i = 0; i < vectors.size; i += 1) {
    expect(Math.hypot(...vectors.rowAt(i))).toBeCloseTo(1, 5);
  }
});

test.each([
  ['king', ['queen', 'throne', 'monarch']],
  ['dog', ['dogs', 'breed', 'hound']],
  ['river', ['flows', 'tributary', 'stream']],
  ['doctor', ['physician', 'medical', 'dentist']],
  ['run', ['running', 'ran', 'race']],
  ['violin', ['cello', 'stringed', 'viol']],
])('the neighbours of %s make sense', (word, expected) => {
  const found = nearestTo(vectors, word, 10);
  expect(
    expected.filter((neighbour) => found.includes(neighbour)),
    found.join(' '),
  ).not.toHaveLength(0);
});

test('a file that was unpacked on its way is read as well, a broken one is refused', async () => {
  const { gunzipSync } = await import('node:zlib');
  const unpacked = new Uint8Array(gunzipSync(file));
  expect((await readWordVectors(unpacked)).words).toEqual(vectors.words);
  await expect(readWordVectors(unpacked.slice(0, -1))).rejects.toThrow('are no rows');
});
