import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compute/agreement';

const bound = { absolute: 0.01, relative: 0.1 };

describe('compare', () => {
  test('gives the largest difference and the limit at the largest number', () => {
    expect(compare([1, 2.1, -4], [1, 2, -4], bound, 'a sample')).toEqual({
      largest: expect.closeTo(0.1, 12) as number,
      limit: expect.closeTo(0.41, 12) as number,
      holds: true,
      compared: 3,
      what: 'a sample',
    });
  });

  test('holds only when each element is within its own bound', () => {
    // 0.3 is below the limit of the whole, but not of the small number it is off from.
    expect(compare([0.3, 4], [0, 4], bound, '')).toMatchObject({ largest: 0.3, holds: false });
  });

  test('equal infinities differ by 0, others by infinity', () => {
    const { largest, holds, limit } = compare([Infinity, 1], [Infinity, 1], bound, '');
    expect([largest, holds]).toEqual([0, true]);
    expect(limit).toBeCloseTo(0.11, 12);
    expect(compare([Infinity], [-Infinity], bound, '')).toMatchObject({
      largest: Infinity,
      holds: false,
    });
    expect(compare([3e38], [Infinity], bound, '')).toMatchObject({ holds: false });
  });

  test('an unmatched NaN fails, on either side and wherever it stands', () => {
    for (const [running, twin] of [
      [
        [NaN, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [1, NaN],
      ],
      [
        [1, NaN, 9],
        [1, 1, 1],
      ],
    ]) {
      expect(compare(running, twin, bound, '')).toMatchObject({ largest: NaN, holds: false });
    }
    expect(compare([NaN], [NaN], bound, '')).toMatchObject({ largest: 0, holds: true });
  });

  test('nothing to compare is not an agreement of different lengths', () => {
    expect(() => compare([1], [1, 2], bound, '')).toThrow(RangeError);
  });
});
