import { expect, it } from 'vitest';
import type { Random } from '../../../src/math/random';
import { add, multiply, power } from '../../../src/solution/arithmetic';
import { given } from '../../../src/solution/expression';
import { identity } from '../../../src/solution/identity';
import { lineOf, lineText } from '../../../src/solution/line';

const drawn = (random: Random) => [given('a', random.normal()), given('b', random.normal())];

const square = identity((random) => {
  const [a, b] = drawn(random);
  return [power(add(a, b), 2), add(power(a, 2), multiply(2, multiply(a, b)), power(b, 2))];
});

const careless = identity((random) => {
  const [a, b] = drawn(random);
  return [power(add(a, b), 2), add(power(a, 2), power(b, 2))];
});

it('is an equality that holds whatever stands for its symbols', () => {
  expect(square.value).toBe(true);
  expect(careless.value).toBe(false);
});

it('is written in symbols alone', () => {
  expect(lineText(careless)).toBe('(a + b)^2 = a^2 + b^2');
  expect(lineOf(careless).faces).toHaveLength(1);
  expect(lineOf(careless).slots).toEqual(['2', '2', '2']);
});
