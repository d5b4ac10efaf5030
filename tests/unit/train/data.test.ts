import { describe, expect, test } from 'vitest';
import { dataOf } from '../../../src/train/data';
import { examplesOf, REACH, split } from '../../../src/train/data-sets';
import { defaults } from '../../../src/train/settings';

const sets = ['circle', 'xor', 'gaussians', 'spiral'] as const;
const clean = { count: 400, noise: 0, seed: 3 };

describe('data sets', () => {
  test.each(sets)('%s has as many of either class, within the plane', (set) => {
    const examples = examplesOf(set, clean);
    expect(examples.filter(({ label }) => label > 0)).toHaveLength(200);
    const inside = examples.filter(({ x }) => x.every((each) => Math.abs(each) <= REACH));
    expect(inside.length).toBeGreaterThan(395);
  });

  test('noise moves the same points by its amount, and leaves the classes', () => {
    const [at0, at1] = [clean, { ...clean, noise: 0.5 }].map((given) => examplesOf('xor', given));
    const shifts = at1.map(({ x }, i) => x[0] - at0[i].x[0]);
    const spread = Math.hypot(...shifts) / Math.sqrt(shifts.length);
    expect(spread).toBeGreaterThan(0.4);
    expect(spread).toBeLessThan(0.6);
    expect(at1.map(({ label }) => label)).toEqual(at0.map(({ label }) => label));
  });

  test('another seed draws other points', () => {
    expect(examplesOf('circle', clean)).not.toEqual(examplesOf('circle', { ...clean, seed: 4 }));
  });

  test('the classes of XOR differ by the signs of both inputs', () => {
    for (const { x, label } of examplesOf('xor', clean))
      expect(x[0] * x[1] * label).toBeGreaterThan(0);
  });

  test('a split loses nothing and leaves one example at least on either side', () => {
    const examples = examplesOf('circle', clean);
    const { training, test: kept } = split(examples, 0.3, 1);
    expect(training).toHaveLength(120);
    expect(new Set([...training, ...kept]).size).toBe(400);
    expect(split(examples.slice(0, 2), 0.9, 1).test).toHaveLength(1);
  });

  test('the reader’s own points are taken by the sign of their class', () => {
    const points = [
      [1, 2, 1],
      [-1, 0, -1],
    ];
    const { training, test: kept } = dataOf({ ...defaults, data: 'own', points });
    expect([...training, ...kept].map(({ label }) => label).sort()).toEqual([-1, 1]);
  });
});
