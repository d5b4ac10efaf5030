import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionsOfLargest } from '../../../src/math/largest';

test('positions of the largest are those that sorting all would put first, ties in their order', () => {
  const values = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.nat(45), (values, count) => {
      const sorted = [...values.keys()].sort((i, j) => values[j] - values[i]);
      expect(positionsOfLargest(values, count)).toEqual(sorted.slice(0, count));
    }),
  );
});
