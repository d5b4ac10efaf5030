import { beforeAll, expect, test } from 'vitest';
import { habitOf, habitsOf } from '../../../scenes/04-transformers/4.4-heads/habits';
import { sayHeads, sayMore } from '../../../scenes/04-transformers/4.4-heads/heads-words';
import { scale } from '../../../scenes/04-transformers/4.4-heads/scale';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { SIZE } from '../../../src/learn/character-transformer';
import { offsetOf } from '../../../src/learn/heads';
import { readable, readHeads, type HeadsRead } from '../../../src/learn/read-heads';
import { loadWeights } from '../../../src/learn/weights';
import { HEADS, LAYERS } from '../../../src/state/head-givens';

const port = (): LocalPort => new LocalPort(findKernel);
const read = async (text: string): Promise<HeadsRead> =>
  readHeads(
    CpuCompute.open(port(), new Twins(port)),
    await loadWeights('transformer', true),
    readable(text),
    { now: () => performance.now() },
  );

let byDefault: HeadsRead;
beforeAll(async () => {
  byDefault = await read(scale.params.text.default);
});

test('the tab has the heads that the transformer has, and a default that it reads whole', () => {
  expect([LAYERS, HEADS]).toEqual([SIZE.layers, SIZE.heads]);
  expect(byDefault.text).toBe(scale.params.text.default);
});

test('a text is read as float64 reads it', () => {
  expect(byDefault.agreement).toMatchObject({
    holds: true,
    compared: 2 * LAYERS * HEADS * 16 ** 2,
  });
  expect(byDefault.agreement.largest).toBeGreaterThan(0);
});

test('the weights of a character are shared among those up to itself', () => {
  const { text, weights } = byDefault;
  const side = text.length;
  for (let first = 0; first < weights.length; first += side) {
    const row = Array.from(weights.subarray(first, first + side));
    const at = (first / side) % side;
    expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    // A device may leave the least float32 there is in place of nothing.
    expect(Math.max(0, ...row.slice(at + 1))).toBeLessThan(1e-37);
  }
});

test('a head that looks at the character before has the habits of one', () => {
  const text = 'a bc';
  const rows = [[1], [1, 0], [0, 1, 0], [0, 0, 1, 0]];
  expect(habitOf(text, rows)).toEqual({
    ...{ distance: 1, entropy: 0, itself: 0, before: 1 },
    // “b” and “c” have a space before them, and only “b” looks at it.
    space: 1 / 2,
  });
});

test('a head that looks evenly has the entropy of an even choice', () => {
  const rows = [[1], [1 / 2, 1 / 2], [1 / 3, 1 / 3, 1 / 3]];
  const { distance, entropy, before, space } = habitOf('abc', rows);
  expect(distance).toBeCloseTo(3 / 4, 12);
  expect(entropy).toBeCloseTo((1 + Math.log2(3)) / 2, 12);
  expect(before).toBeCloseTo((1 / 2 + 1 / 3) / 2, 12);
  expect(space).toBeUndefined();
});

test('the finding names the heads that have the most', () => {
  const { text, weights } = byDefault;
  const even = weights.slice();
  const at = { layer: 2, head: 1 };
  for (let row = 1; row < text.length; row += 1) {
    const first = offsetOf(at, text.length) + row * text.length;
    even.fill(0, first, first + text.length)[first] = 1;
  }
  const habits = habitsOf(text, even);
  expect(sayHeads({ text, habits })).toContain(
    `Head 2 of layer 3 looks furthest, ${(text.length / 2).toFixed(1)} characters back`,
  );
  expect(sayHeads({ text, habits })).toContain('Head 2 of layer 3 departs most');
  expect(sayMore({ text, habits })).toContain('Head 2 of layer 3 has the lowest entropy, 0.0 bits');
});

test('distance alone makes later heads look further', () => {
  const reaches = habitsOf(byDefault.text, byDefault.weights)
    .slice(0, HEADS)
    .map(({ byDistance }) => byDistance);
  expect(reaches).toEqual([...reaches].sort((a, b) => a - b));
});

test.each(['a', '7 Quizzes', ' x', 'no-space', 'more '.repeat(40)])(
  '“%s” can be read too',
  async (written) => {
    const { text, weights, agreement } = await read(written);
    expect(agreement.holds).toBe(true);
    expect(text.length).toBeLessThanOrEqual(SIZE.context);
    const found = { text, habits: habitsOf(text, weights) };
    expect(sayHeads(found) + sayMore(found)).not.toMatch(/NaN|undefined/);
  },
);
