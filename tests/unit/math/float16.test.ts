import { expect, test } from 'vitest';
import { fromFloat16, toFloat16 } from '../../../src/math/float16';

test('numbers of float16 have the bits of IEEE 754', () => {
  const known: [number, number][] = [
    [0, 0],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [Infinity, 0x7c00],
  ];
  expect([...toFloat16(known.map(([number]) => number))]).toEqual(known.map(([, bits]) => bits));
  expect([...fromFloat16(known.map(([, bits]) => bits))]).toEqual(known.map(([number]) => number));
});

test('what lies between is rounded to the nearest, ties to even ones, and what is too large to ∞', () => {
  const rounded = (number: number): number => fromFloat16(toFloat16([number]))[0];
  expect(rounded(1 + 2 ** -11)).toBe(1);
  expect(rounded(1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
  expect(rounded(2 - 2 ** -12)).toBe(2);
  expect(rounded(2 ** -25)).toBe(0);
  expect(rounded(3 * 2 ** -25)).toBe(2 ** -23);
  expect(rounded(65519)).toBe(65504);
  expect(rounded(-65520)).toBe(-Infinity);
  expect(rounded(NaN)).toBeNaN();
});

test('every number of float16 comes back as it was', () => {
  const finite = Array.from({ length: 0x10000 }, (_, bits) => bits).filter(
    (bits) => (bits & 0x7c00) !== 0x7c00,
  );
  expect([...toFloat16(fromFloat16(finite))]).toEqual(finite);
});
