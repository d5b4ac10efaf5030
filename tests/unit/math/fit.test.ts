import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SMALLEST_TYPE, fit, fitMatrix, type Style } from '../../../src/math/fit';
import { MINUS } from '../../../src/math/format';
import { numberWidth } from '../../../src/math/number-width';

const read = (text: string): number => Number(text.replaceAll(MINUS, '-'));
/** A rounding of a number past this may be more than the largest float64. */
const most = 1e308;
const finite = fc.double({ noNaN: true, min: -most, max: most });
const cells = [36, 41, 48, 60, 72, 104];
const styles: readonly Style[] = ['fixed', 'short', 'share', 'exact'];

describe('a picture never rounds to a falsehood', () => {
  test('whatever the number, it fits, is no smaller than 14, and is read as what it is', () => {
    const room = fc.record({
      width: fc.double({ min: 5, max: 200, noNaN: true }),
      largest: fc.double({ min: 14, max: 40, noNaN: true }),
      style: fc.constantFrom<Style>('fixed', 'short', 'exact'),
    });
    fc.assert(
      fc.property(finite, room, (x, place) => {
        const fitted = fit(x, place);
        if (!fitted) return;
        expect(numberWidth(fitted.text) * fitted.size).toBeLessThanOrEqual(place.width * 1.000001);
        expect(fitted.size).toBeGreaterThanOrEqual(SMALLEST_TYPE);
        const shown = read(fitted.text);
        if (x === 0) expect(shown).toBe(0);
        else expect(shown).not.toBe(0);
        expect(Math.abs(shown - x)).toBeLessThanOrEqual(
          Math.max(5e-4, Math.abs(x) / 20) * 1.000001,
        );
        if (place.style === 'exact') expect(shown === x).toBe(true);
      }),
    );
  });

  test('a share is neither 0 nor 1 unless it is, and has two decimals at least', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, fc.double({ min: 30, max: 120, noNaN: true }), (x, width) => {
        const text = fit(x, { width, largest: 20, style: 'share' })?.text;
        if (text === undefined) return;
        expect(text).toMatch(/^[<>]?[01]\.\d{2,3}$/);
        const [sign, shown] = /[<>]/.test(text) ? [text[0], read(text.slice(1))] : ['', read(text)];
        if (sign === '<') expect(x).toBeLessThan(shown);
        else if (sign === '>') expect(x).toBeGreaterThan(shown);
        else {
          expect(Math.abs(shown - x)).toBeLessThanOrEqual(0.0051);
          expect(shown === 0).toBe(x === 0);
          expect(shown === 1).toBe(x === 1);
        }
      }),
    );
  });

  test.each(cells)('a 6 × 6 matrix of awkward numbers fits cells of %i', (cell) => {
    const awkward = [1e6, -1e6, 1e-7, 0.001, 0.5, 123.456, -0.0004, -123456.789, 0, 1, -2, 1 / 3];
    const values = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (_, j) => awkward[(6 * i + 5 * j) % awkward.length]),
    );
    for (const style of styles) {
      const { texts, size } = fitMatrix(values, { width: cell - 4, largest: 0.29 * cell, style });
      expect(size).toBeGreaterThanOrEqual(SMALLEST_TYPE);
      for (const [i, row] of texts.entries()) {
        for (const [j, text] of row.entries()) {
          if (text === undefined) continue;
          expect(numberWidth(text) * size).toBeLessThanOrEqual(cell - 4);
          if (values[i][j] !== 0) expect(read(text)).not.toBe(0);
        }
      }
    }
  });
});

const texts = (width: number, style: Style, ...list: number[]) =>
  list.map((x) => fit(x, { width, largest: 20, style })?.text);

test('digits go before the number does', () => {
  expect(texts(80, 'short', 1e6, -1e6, 1e-7, 123.456, 0.5)).toEqual([
    '1e6',
    '−1e6',
    '1e−7',
    '123.456',
    '0.5',
  ]);
  expect(texts(36, 'short', 1e6, -1e6, 1e-7, -123.456, 0.5, 0.001)).toEqual([
    '1e6',
    '−1e6',
    '1e−7',
    undefined,
    '0.5',
    '1e−3',
  ]);
  expect(texts(33, 'fixed', 0.5, 1.5, 12.66, 0.6703, 1)).toEqual([
    '0.50',
    '1.50',
    '12.7',
    '0.67',
    '1.00',
  ]);
  expect(texts(12, 'fixed', 0.5, 1)).toEqual([undefined, '1']);
});

test('rows of shares sum to 1 as shown, at one number of decimals', () => {
  const rows = [
    [1 / 3, 1 / 3, 1 / 3],
    [0.5, 0.5 - 1e-5, 1e-5],
    [0, 1 - 1e-9, 1e-9],
  ];
  expect(fitMatrix(rows, { width: 60, largest: 20, style: 'share' }).texts).toEqual([
    ['0.334', '0.333', '0.333'],
    ['0.500', '0.500', '<0.001'],
    ['0.000', '>0.999', '<0.001'],
  ]);
  expect(fitMatrix(rows, { width: 36, largest: 20, style: 'share' }).texts[1]).toEqual([
    '0.50',
    '0.50',
    undefined,
  ]);
});

test('one size for a matrix', () => {
  const { size } = fitMatrix([[1, 0.125]], { width: 60, largest: 30 });
  expect(size).toBeCloseTo(60 / numberWidth('0.125'));
});
