import { expect, test } from 'vitest';
import { judge } from '../../bench/judge';

const bound = { absolute: 0.1, relative: 0.01, why: 'a test' };

test('each value is held to its own bound, and the largest difference is told', () => {
  const values = Float64Array.of(0, 100);
  expect(judge(Float32Array.of(0, 101), { values }, bound)).toEqual({
    right: true,
    largest: 1,
    compared: 2,
  });
  expect(judge(Float32Array.of(1, 100), { values }, bound).right).toBe(false);
});

test('a sample is taken where it says', () => {
  const expected = { at: [3, 1], values: Float64Array.of(4, 2) };
  expect(judge(Float32Array.of(9, 2, 9, 4), expected, bound).right).toBe(true);
  expect(judge(Float32Array.of(9, 4, 9, 2), expected, bound).right).toBe(false);
});

test('what is no number, or is missing, is wrong', () => {
  const values = Float64Array.of(1, 2);
  expect(judge(Float32Array.of(NaN, 2), { values }, bound).right).toBe(false);
  expect(judge(Float32Array.of(1), { values }, bound).right).toBe(false);
  expect(judge(Float32Array.of(1), { at: [0, 1], values }, bound).right).toBe(false);
});
