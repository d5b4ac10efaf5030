import { expect, test } from 'vitest';
import { decimals, integer, significant, usual } from '../../../src/math/format';
import { isRounded, numberText, numeralOf } from '../../../src/solution/number';

test('a number that is whole or short is shown whole, any other to three decimals', () => {
  expect([2, 0.5, -0.25, 0.1 + 0.2].map((x) => numberText(x, usual))).toEqual([
    '2',
    '0.5',
    '−0.25',
    '0.3',
  ]);
  expect([2 / 3, 0.33, 1.6604].map((x) => numberText(x, usual))).toEqual([
    '0.667',
    '0.33',
    '1.660',
  ]);
});

test('what binary arithmetic leaves behind is no rounding, a lost digit is', () => {
  expect(isRounded(0.1 + 0.2, usual)).toBe(false);
  expect(isRounded(0.1 + 0.2 - 0.3, usual)).toBe(false);
  expect(numberText(0.1 + 0.2 - 0.3, usual)).toBe('0');
  expect(numberText(Math.exp(-84), usual)).toBe('3.3e−37');
  expect(isRounded(0.0001, usual)).toBe(false);
  expect(isRounded(0.00010001, usual)).toBe(true);
  expect(isRounded(1.16e-13, significant(3))).toBe(false);
  expect(isRounded(1.1592e-13, significant(3))).toBe(true);
  expect(isRounded(1.4, integer)).toBe(true);
});

test('what the reader wrote keeps every digit', () => {
  expect(numberText(0.123456789, 'exact')).toBe('0.123456789');
  expect(numberText(-0, 'exact')).toBe('0');
});

test('infinities and what is not a number have words of their own', () => {
  expect(numberText(-Infinity, 'exact')).toBe('−∞');
  expect(numberText(Infinity, usual)).toBe('∞');
  expect(numberText(NaN, 'exact')).toBe('not a number');
  expect(numeralOf(-Infinity, usual)).toEqual({ negative: true, digits: '∞' });
});

test('an exponent becomes a power of ten', () => {
  expect(numeralOf(-1.1592e-7, significant(3))).toEqual({
    negative: true,
    digits: '1.16',
    exponent: { negative: true, digits: '7' },
  });
  expect(numeralOf(1e-8, 'exact')).toEqual({
    negative: false,
    digits: '1',
    exponent: { negative: true, digits: '8' },
  });
});

test('an enormous number is shown by its first digits, a long whole one is not', () => {
  expect(numberText(-1.7210611482338814e21, usual)).toBe('−1.721e21');
  expect(numberText(1234567890.125, decimals(2))).toBe('1.235e9');
  expect(numberText(2147483648, usual)).toBe('2147483648');
});
