import { describe, expect, it } from 'vitest';
import { ordering } from '../../../scenes/04-transformers/4.5-order/model';
import { wavesOf } from '../../../scenes/04-transformers/4.5-order/waves';
import { byDistance, halfAt } from '../../../src/math/by-distance';

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

describe('attention over tokens in another order', () => {
  const run = (order: readonly number[], positions: 'none' | 'sinusoidal' | 'rope') =>
    ordering({ tokens: 'dog bites man', order, positions });

  it('gives every token the output it had, if positions are not told', () => {
    for (const order of orders) expect(run(order, 'none').equivariant).toBe('yes');
  });

  it('does not, if they are', () => {
    for (const positions of ['sinusoidal', 'rope'] as const) {
      expect(run([0, 1, 2], positions).equivariant).toBe('yes');
      for (const order of orders.slice(1)) expect(run(order, positions).equivariant).toBe('no');
    }
  });

  it('leads the RNN to another state', () => {
    const { first, permuted } = run([2, 1, 0], 'none');
    expect(permuted.states.at(-1)).not.toEqual(first.states.at(-1));
  });
});

describe('the sinusoidal table', () => {
  const settings = { length: 96, width: 32, base: 10_000 };
  const table = wavesOf(settings);
  const row = (p: number): Float32Array => table.subarray(p * 32, (p + 1) * 32);
  const dot = (p: number, q: number): number =>
    row(p).reduce((sum, x, k) => sum + x * row(q)[k], 0);
  const similarity = Array.from({ length: 96 * 96 }, (_, n) => dot(Math.floor(n / 96), n % 96));

  it('has rows of length 1', () => {
    for (const p of [0, 1, 50, 95]) expect(dot(p, p)).toBeCloseTo(1, 6);
  });

  it('makes pairs alike by how far apart they are, wherever they stand', () => {
    const { mean, spread } = byDistance(similarity, 96);
    expect(spread).toBeLessThan(1e-6);
    const apart = 7;
    const wanted = Array.from({ length: 16 }, (_, k) => Math.cos(apart / 10_000 ** (k / 16)));
    expect(mean[apart]).toBeCloseTo(wanted.reduce((a, b) => a + b, 0) / 16, 6);
  });

  it('tells where pairs are less than half alike, if anywhere', () => {
    const found = byDistance(similarity, 96);
    const half = halfAt(found)!;
    expect(found.mean[half]).toBeLessThan(0.5);
    expect(found.mean.slice(0, half).every((x) => x >= 0.5)).toBe(true);
    expect(halfAt(byDistance([1, 1, 1, 1], 2))).toBeUndefined();
  });
});
