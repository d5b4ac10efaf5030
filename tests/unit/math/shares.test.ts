import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedShares } from '../../../src/math/shares';

const shares = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((row) => [row, row.reduce((sum, x) => sum + x, 0)] as const)
  .filter(([, total]) => total > 1e-3)
  .map(([row, total]) => row.map((x) => x / total));

test('rounded shares sum to 1, each within a unit of its own', () => {
  fc.assert(
    fc.property(shares, fc.integer({ min: 2, max: 5 }), (row, decimals) => {
      const rounded = roundedShares(row, decimals);
      const units = rounded.map((share) => Math.round(share * 10 ** decimals));
      expect(units.reduce((sum, count) => sum + count, 0)).toBe(10 ** decimals);
      rounded.forEach((share, i) => {
        expect(Math.abs(share - row[i])).toBeLessThan(10 ** -decimals * (1 + 1e-6));
      });
    }),
  );
});

test('the largest rests are rounded up', () => {
  expect(roundedShares([0.124, 0.438, 0.438], 2)).toEqual([0.12, 0.44, 0.44]);
  expect(roundedShares([0.496, 0.248, 0.256], 2)).toEqual([0.5, 0.25, 0.25]);
});

test('what does not sum to 1 is rounded number by number', () => {
  expect(roundedShares([0.126, 0.126], 2)).toEqual([0.13, 0.13]);
});
