import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NGram, countedContexts, trainNGram } from '../../../src/math/n-gram';
import { PROSE_SIZE, readProse } from '../../../src/math/prose';
import { Random } from '../../../src/math/random';
import { root } from '../../../tools/ensure.mjs';

const [a, b, c] = [0, 1, 2];
/** After aa: b, once. After ab: a, twice. After ba: b, once. After a: a once, b twice. */
const text = Uint8Array.of(a, a, b, a, b, a);
const weights = [0.1, 0.2, 0.3, 0.4];
const byHand = new NGram(3, countedContexts(text, 3, 2), weights);

test('frequencies after contexts of every length are added with their weights', () => {
  expect(byHand.order).toBe(2);
  expect(byHand.probability([a, b, a], 2)).toBeCloseTo(0.1 / 3 + 0.2 * (4 / 6) + 0.3 + 0.4, 14);
  expect(byHand.probability([b, a, a], 2)).toBeCloseTo(0.1 / 3 + 0.2 * (4 / 6) + 0.3 / 3, 14);
  expect(byHand.probability([b, a, c], 2)).toBeCloseTo(0.1 / 3, 14);
});

test('a context never seen says what a shorter one does', () => {
  expect(byHand.probability([b, b, a], 2)).toBeCloseTo(0.1 / 3 + 0.2 * (4 / 6) + 0.7, 14);
  expect(byHand.probability([a, c, b], 2)).toBeCloseTo(0.1 / 3 + 0.9 * (2 / 6), 14);
});

test('after every context the probabilities sum to 1', () => {
  for (let context = 0; context < 9; context += 1) {
    const before = [Math.floor(context / 3), context % 3];
    const all = [a, b, c].map((next) => byHand.probability([...before, next], 2));
    expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
  }
});

test('bits per character are the mean over characters with a whole context', () => {
  const [second, third] = [
    0.1 / 3 + 0.2 * (2 / 6) + 0.3 * (2 / 3) + 0.4,
    0.1 / 3 + 0.2 * (4 / 6) + 0.7,
  ];
  expect(byHand.bitsPerCharacter([a, a, b, a])).toBeCloseTo(
    -(Math.log2(second) + Math.log2(third)) / 2,
    14,
  );
});

test('a text without order costs what its characters do', () => {
  const random = new Random(3);
  const draws = (count: number) => Uint8Array.from({ length: count }, () => random.integer(0, 3));
  const model = trainNGram(draws(40_000), 4, 2);
  expect(model.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(Math.abs(model.bitsPerCharacter(draws(40_000)) - 2)).toBeLessThan(2e-3);
});

test('a text too short to choose weights on is refused', () => {
  expect(() => trainNGram(text, 3, 2)).toThrow('6 characters are too few for contexts of 2');
});

const novel = readProse(readFileSync(`${root}public/prose/northanger-abbey.txt`, 'utf8'));
const model = trainNGram(novel.training, PROSE_SIZE, 2);

test('two characters of context cost the held-out end of the novel 2.680 bits a character', () => {
  expect(Math.abs(model.bitsPerCharacter(novel.heldOut) - 2.6804)).toBeLessThan(1e-3);
});

test('no other weights near by are better for the end of the training text', () => {
  const start = Math.floor(0.9 * novel.training.length);
  const contexts = countedContexts(novel.training.subarray(0, start), PROSE_SIZE, 2);
  const bits = (tried: readonly number[]) =>
    new NGram(PROSE_SIZE, contexts, tried).bitsPerCharacter(novel.training.subarray(start));
  const best = bits(model.weights);
  const [uniform, none, one, two] = model.weights;
  expect(bits([uniform, none, one + 0.005, two - 0.005])).toBeGreaterThan(best);
  expect(bits([uniform, none, one - 0.005, two + 0.005])).toBeGreaterThan(best);
  expect(bits([uniform + 0.001, none, one - 0.001, two])).toBeGreaterThan(best);
  expect(bits([uniform - 0.001, none, one + 0.001, two])).toBeGreaterThan(best);
});
