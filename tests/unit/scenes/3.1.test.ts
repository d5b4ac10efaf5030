import { beforeAll, expect, test } from 'vitest';
import { scale } from '../../../scenes/03-recurrent-networks/3.1-unroll-an-rnn/scale';
import { surpriseOf } from '../../../scenes/03-recurrent-networks/3.1-unroll-an-rnn/surprise';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { HIDDEN } from '../../../src/learn/character-model';
import { likeliest, readText, type Read } from '../../../src/learn/reading';
import { PROSE_SIZE } from '../../../src/math/prose';

const port = (): LocalPort => new LocalPort(findKernel);
const read = (text: string): Promise<Read> =>
  readText(
    { compute: CpuCompute.open(port(), new Twins(port)), clock: performance, progress() {} },
    'rnn',
    text,
  );

let byDefault: Read;
beforeAll(async () => {
  byDefault = await read(scale.params.text.default);
});

test('a text is read as float64 reads it', () => {
  expect(byDefault.agreement).toMatchObject({ holds: true });
  // 40 characters, and what is expected before each and after the last.
  expect(byDefault.agreement.compared).toBe(40 * HIDDEN + 41 * PROSE_SIZE);
});

test('what is expected before each character and after the text are probabilities', () => {
  const { expected, text } = byDefault.reading;
  expect(expected).toHaveLength((text.length + 1) * PROSE_SIZE);
  for (let at = 0; at <= text.length; at += 1) {
    const chances = expected.subarray(at * PROSE_SIZE, (at + 1) * PROSE_SIZE);
    expect(Array.from(chances).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
    expect(likeliest(byDefault.reading, at, 1)[0].probability).toBe(Math.max(...chances));
  }
});

test('what was read does not depend on what comes after it', async () => {
  const { reading } = await read(scale.params.text.default.slice(0, 20));
  reading.states.forEach((state, i) => {
    expect(Math.abs(state - byDefault.reading.states[i])).toBeLessThan(1e-5);
  });
});

test('the defaults show what the tab asks: the first letter of a word is the most surprising', () => {
  const { byPlace, follows, order, bits } = surpriseOf(byDefault.reading);
  expect([...byPlace.values()].sort((a, b) => b - a)[0]).toBe(byPlace.get('first'));
  expect(follows).toBeGreaterThan(0.5);
  expect(new Set(order).size).toBe(HIDDEN);
  bits.forEach((each) => expect(each).toBeGreaterThan(0));
});

test.each(['a', 'aaaa', '7 Quizzes', ' , '])('“%s” can be read too', async (text) => {
  const found = surpriseOf((await read(text)).reading);
  expect(found.mean).toBeGreaterThan(0);
  expect(new Set(found.order).size).toBe(HIDDEN);
});
