import { expect, test } from 'vitest';
import { Random } from '../../../src/math/random';
import { correlation, firstComponent, halfLifeOf, standardised } from '../../../src/math/series';

/** Noise, of which each entry keeps this much at the next. */
function kept(factor: number, count: number): number[] {
  const random = new Random(1);
  let x = 0;
  return Array.from({ length: count }, () => (x = factor * x + random.normal()));
}

test.each([0.5, 0.9, 0.97])('what is kept by a factor of %s has its half-life', (factor) => {
  const half = Math.log(0.5) / Math.log(factor);
  expect(Math.abs(halfLifeOf(kept(factor, 50_000)) - half)).toBeLessThan(0.1 * half);
});

test('a series that swings at each entry keeps nothing, one that never changes keeps all', () => {
  expect(halfLifeOf([1, -1, 1, -1, 1, -1])).toBeLessThan(0.5);
  expect(halfLifeOf([0.1, 0.1, 0.1])).toBe(Infinity);
  expect(halfLifeOf([3])).toBe(Infinity);
});

test('correlations are 1 with oneself, −1 with the opposite and 0 with what never changes', () => {
  const series = [2, 7, 1, 8, 2, 8];
  const one = standardised(series);
  expect(correlation(one, one)).toBeCloseTo(1, 12);
  expect(correlation(one, standardised(series.map((x) => 3 - 2 * x)))).toBeCloseTo(-1, 12);
  expect(correlation(one, standardised([5, 5, 5, 5, 5, 5]))).toBe(0);
});

test('a series turned on in a circle correlates as the turned one does', () => {
  const [a, b] = [
    [1, 4, 2, 8, 5],
    [7, 0, 3, 3, 9],
  ].map(standardised);
  const turned = standardised([3, 9, 7, 0, 3]);
  expect(correlation(a, b, 2)).toBeCloseTo(correlation(a, turned), 12);
});

test('the first component is what most series follow, whatever else each does', () => {
  const random = new Random(2);
  const common = Array.from({ length: 200 }, () => random.normal());
  const all = Array.from({ length: 40 }, (_, i) =>
    standardised(common.map((x) => (i % 3 === 0 ? -1 : 1) * x + 2 * random.normal())),
  );
  expect(Math.abs(correlation(firstComponent(all), standardised(common)))).toBeGreaterThan(0.9);
  const still = new Float64Array(200);
  expect(firstComponent([still, still])).toEqual(still);
  expect(correlation(firstComponent([still, all[0]]), all[0])).toBeCloseTo(1, 12);
});
