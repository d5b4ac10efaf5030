import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptApart } from '../../../../src/stage/kit/kept-apart';

test('positions that are apart already stay where they are', () => {
  expect(keptApart([30, 10, 60], 15, [0, 100])).toEqual([30, 10, 60]);
});

test('positions that crowd make room, within the ends and in their order', () => {
  expect(keptApart([99, 98, 97], 10, [0, 100])).toEqual([100, 90, 80]);
  const position = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(position, { minLength: 2, maxLength: 10 }), (positions) => {
      const kept = keptApart(positions, 10, [0, 100]);
      const order = positions.map((_, i) => i).sort((a, b) => positions[a] - positions[b]);
      order.slice(1).forEach((next, i) => {
        expect(kept[next] - kept[order[i]]).toBeGreaterThan(10 - 1e-9);
      });
      expect(Math.min(...kept)).toBeGreaterThan(-1e-9);
      expect(Math.max(...kept)).toBeLessThan(100 + 1e-9);
    }),
  );
});
