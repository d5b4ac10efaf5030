import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MINUS,
  decimals,
  integer,
  show,
  showShort,
  shown,
  significant,
  type Format,
} from '../../../src/math/format';

const read = (text: string): number => Number(text.replaceAll(MINUS, '-'));
/** A rounding of a number past this may be more than the largest float64. */
const most = 1e308;
const finite = fc.double({ noNaN: true, min: -most, max: most });
const format: fc.Arbitrary<Format> = fc.oneof(
  fc.integer({ min: 0, max: 6 }).map(decimals),
  fc.integer({ min: 1, max: 8 }).map((digits) => significant(digits)),
  fc.constant(integer),
);

describe('any float64 under any format', () => {
  test('what is not 0 never shows as 0, and 0 has no sign', () => {
    fc.assert(
      fc.property(finite, format, (x, form) => {
        for (const text of [show(x, form), showShort(x, form)]) {
          if (x === 0) expect(text).toMatch(/^0(\.0+)?$/);
          else expect(read(text)).not.toBe(0);
        }
      }),
    );
  });

  test('the text is close to the number, and `shown` is what it says', () => {
    fc.assert(
      fc.property(finite, format, (x, form) => {
        const half = form.kind === 'decimals' ? 10 ** -form.digits / 2 : 0.5;
        const rough = Math.abs(x) * (form.kind === 'significant' ? 5 * 10 ** -form.digits : 5e-4);
        expect(shown(x, form)).toBe(read(show(x, form)));
        expect(Math.abs(shown(x, form) - x)).toBeLessThanOrEqual(Math.max(half, rough) * 1.000001);
        expect(Math.abs(read(showShort(x, form)) - x)).toBeLessThanOrEqual(
          Math.max(half, rough) * 1.000001,
        );
      }),
    );
  });

  test('the text has a length that can be laid out, and no ASCII minus or plus', () => {
    fc.assert(
      fc.property(finite, format, (x, form) => {
        for (const text of [show(x, form), showShort(x, form)]) {
          expect(text.length).toBeLessThanOrEqual(23);
          expect(text).not.toMatch(/[-+]/);
        }
      }),
    );
  });
});

test.each([
  [0.0004, '0.0004'],
  [-0.000444, '−0.00044'],
  [1e-7, '1e−7'],
  [1e-320, '1e−320'],
  [-0, '0.000'],
  [1e21, '1.000e21'],
  [-1234567890.5, '−1.235e9'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
  [NaN, 'not a number'],
  [2.5, '2.500'],
])('%s shows as %s', (x, text) => {
  expect(show(x)).toBe(text);
});

test.each([
  [2, '2'],
  [0.1 + 0.2, '0.3'],
  [0.0006, '0.0006'],
  [123.456, '123.456'],
  [Math.SQRT1_2, '0.707'],
  [0.9996001, '1.000'],
  [1e6, '1000000'],
  [-1e-7, '−1e−7'],
  [1e15, '1e15'],
])('%s shows shortly as %s', (x, text) => {
  expect(showShort(x)).toBe(text);
});
