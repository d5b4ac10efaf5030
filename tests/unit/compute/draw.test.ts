import { expect, test } from 'vitest';
import { kernel } from '../../../src/compute/kernel';
import { Random } from '../../../src/math/random';
import { drawsFor, MOST_WORK } from '../../kernels/draw';
import { scale } from './kernels';

const shaped = (dimensions: readonly string[], more: object = {}) =>
  kernel({
    ...scale,
    dimensions,
    reads: { x: { shape: dimensions } },
    writes: {},
    updates: {},
    ...more,
  });

test('one dimension is drawn at every size', () => {
  const sizes = drawsFor(shaped(['a']), new Random(1)).map(({ dimensions }) => dimensions.a);
  expect(sizes.sort((a, b) => a - b)).toEqual([1, 2, 3, 7, 63, 64, 65, 130]);
});

test('every two sizes of every two dimensions meet, in far fewer draws than there are', () => {
  const names = ['a', 'b', 'c'];
  const draws = drawsFor(shaped(names), new Random(1));
  for (const [one, two] of [
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ]) {
    const pairs = new Set(draws.map(({ dimensions: d }) => `${d[one]},${d[two]}`));
    expect(pairs.size).toBe(64);
  }
  expect(draws.length).toBeLessThan(180);
});

test('no draw costs more than is stated, or fails the kernel’s own check', () => {
  const picky = shaped(['a', 'b', 'c', 'd'], {
    check: ({ a, b }: Record<string, number>) => (a > b ? 'a is larger than b' : undefined),
  });
  const draws = drawsFor(picky, new Random(1));
  expect(draws.length).toBeGreaterThan(30);
  for (const { dimensions } of draws) {
    expect(dimensions.a).toBeLessThanOrEqual(dimensions.b);
    expect(Object.values(dimensions).reduce((a, b) => a * b)).toBeLessThanOrEqual(MOST_WORK);
  }
});

test('knobs are drawn at their ends and between, whole where they are whole', () => {
  const draws = drawsFor(shaped(['a', 'b']), new Random(1));
  const factors = draws.map(({ knobs }) => knobs.factor);
  expect(factors).toContain(-4);
  expect(factors).toContain(4);
  expect(new Set(factors).size).toBeGreaterThan(30);
  expect(draws.every(({ knobs }) => Number.isInteger(knobs.shift))).toBe(true);
});
