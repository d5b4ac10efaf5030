import { describe, expect, test } from 'vitest';
import {
  abs,
  add,
  divide,
  exp,
  floor,
  log,
  multiply,
  negate,
  power,
  scale,
  sqrt,
  subtract,
  tanh,
} from '../../../src/solution/arithmetic';
import { given, type Expression } from '../../../src/solution/expression';
import { print } from '../../../src/solution/print';
import { sum } from '../../../src/solution/sums';
import { TexStyle } from '../../../src/solution/tex';
import { textStyle } from '../../../src/solution/text';

const tex = new TexStyle();
const symbols = (expression: Expression) => print(expression.symbols, tex).text;
const numbers = (expression: Expression) => print(expression.numbers, tex).text;
const text = (expression: Expression) => print(expression.numbers, textStyle).text;

const a = given('a', -2);
const b = given('b', 3);
const c = given('c', -0.5);

describe('a negative number has brackets', () => {
  test('as a factor, wherever it stands', () => {
    expect(numbers(multiply(a, b))).toBe(String.raw`(-2) \cdot 3`);
    expect(numbers(multiply(b, a))).toBe(String.raw`3 \cdot (-2)`);
  });

  test('after plus and after minus, but not at the beginning', () => {
    expect(numbers(add(a, c))).toBe('-2 + (-0.5)');
    expect(numbers(subtract(a, c))).toBe('-2 - (-0.5)');
    expect(numbers(negate(a))).toBe('-(-2)');
  });

  test('under a power, but not as an exponent', () => {
    expect(numbers(power(a, 2))).toBe('(-2)^{2}');
    expect(numbers(exp(a))).toBe('e^{-2}');
    expect(text(exp(a))).toBe('e^(−2)');
  });

  test('not where a line or a bar holds it already', () => {
    expect(numbers(divide(a, c))).toBe(String.raw`\frac{-2}{-0.5}`);
    expect(text(divide(a, c))).toBe('(−2)/(−0.5)');
    expect(numbers(abs(a))).toBe(String.raw`\lvert -2\rvert `);
    expect(numbers(floor(a))).toBe(String.raw`\lfloor -2\rfloor `);
    expect(numbers(floor(divide(a, c)))).toBe(
      String.raw`\left\lfloor \frac{-2}{-0.5}\right\rfloor `,
    );
    expect(text(floor(divide(a, c)))).toBe('⌊(−2)/(−0.5)⌋');
    expect(numbers(tanh(a))).toBe(String.raw`\tanh(-2)`);
  });

  test('−∞ as well', () => {
    const mask = given('m', -Infinity);
    expect(text(add(b, mask))).toBe('3 + (−∞)');
    expect(text(subtract(mask, b))).toBe('−∞ − 3');
    expect(numbers(exp(subtract(mask, b)))).toBe(String.raw`e^{-\infty  - 3}`);
    expect(exp(subtract(mask, b)).value).toBe(0);
  });
});

describe('a sum has brackets', () => {
  test('as a factor, after a minus and under a power', () => {
    const s = subtract(a, b);
    expect(symbols(multiply(2, s))).toBe(String.raw`2\,(a - b)`);
    expect(numbers(multiply(2, s))).toBe(String.raw`2 \cdot (-2 - 3)`);
    expect(symbols(subtract(c, s))).toBe('c - (a - b)');
    expect(symbols(power(s, 2))).toBe('(a - b)^{2}');
  });

  test('after a plus only when it begins with a minus', () => {
    expect(numbers(add(b, add(b, a)))).toBe('3 + 3 + (-2)');
    expect(numbers(add(b, add(a, b)))).toBe('3 + (-2 + 3)');
  });

  test('not in a fraction or under a root, which hold it', () => {
    expect(symbols(divide(add(a, b), c))).toBe(String.raw`\frac{a + b}{c}`);
    expect(symbols(sqrt(add(a, b)))).toBe(String.raw`\sqrt{a + b}`);
    expect(text(divide(add(b, a), multiply(b, b)))).toBe('(3 + (−2))/(3·3)');
  });

  test('written with Σ unless it is the last factor', () => {
    const s = sum('i', 0, 1, () => a);
    expect(symbols(multiply(b, s))).toBe(String.raw`b\,\sum_{i=0}^{1} a`);
    expect(symbols(multiply(s, b))).toBe(String.raw`\left(\sum_{i=0}^{1} a\right)\,b`);
    expect(numbers(multiply(b, s))).toBe(String.raw`3 \cdot (-2 + (-2))`);
  });

  test('a body of Σ that is a sum too', () => {
    expect(symbols(sum('i', 0, 1, (i) => add(a, i)))).toBe(String.raw`\sum_{i=0}^{1} (a + i)`);
  });
});

test('a power of a power and a root of a fraction hold together', () => {
  expect(symbols(power(power(a, 2), b))).toBe('(a^{2})^{b}');
  expect(symbols(power(divide(a, b), 2))).toBe(String.raw`\left(\frac{a}{b}\right)^{2}`);
  expect(symbols(power(log(b), 2))).toBe(String.raw`\ln(b)^{2}`);
});

test('a dot stands between factors that would be read as one thing', () => {
  expect(symbols(multiply(a, 2))).toBe(String.raw`a \cdot 2`);
  expect(symbols(multiply(2, a, b))).toBe(String.raw`2\,a\,b`);
  // Not η(a − b), which is a function of a − b.
  expect(symbols(multiply(a, subtract(b, c)))).toBe(String.raw`a \cdot (b - c)`);
});

test('a power of ten is a product to what is around it', () => {
  const small = given('s', 1.5e-8);
  expect(numbers(power(small, 2))).toBe(String.raw`(1.5 \cdot 10^{-8})^{2}`);
  expect(numbers(given('t', -1e-8))).toBe('-10^{-8}');
  expect(text(power(small, 2))).toBe('1.5e−8^2');
});

test('a number goes with every entry; shapes that differ do not go together', () => {
  const v = given('v', [1, 2]);
  const M = given('M', [
    [1, 2],
    [3, 4],
  ]);
  expect(add(v, 1).value).toEqual([2, 3]);
  expect(scale(M, 0.5).value).toEqual([
    [0.5, 1],
    [1.5, 2],
  ]);
  expect(multiply(v, v).value).toEqual([1, 4]);
  expect(symbols(multiply(v, v))).toBe(String.raw`v \odot v`);
  expect(symbols(scale(M, 0.5))).toBe(String.raw`0.5\,M`);
  expect(() => add(M, v)).toThrow('2 × 2 and 2 numbers do not go together entry by entry');
  expect(() => add(v, given('w', [1, 2, 3]))).toThrow('2 numbers and 3 numbers');
});
