import { describe, expect, test } from 'vitest';
import { add, multiply, power, subtract } from '../../../src/solution/arithmetic';
import { given, named } from '../../../src/solution/expression';
import { at } from '../../../src/solution/indexing';
import { lineOf, lineText } from '../../../src/solution/line';
import { maximum, minimum, norm, product, sum } from '../../../src/solution/sums';

const w = given('w', [0.5, -0.3]);
const x = given('x', [2, 1]);
const long = given('s', [1, -2, 3, 4, 5, 6, 7]);

describe('a sum', () => {
  test('is Σ in symbols and one term after the other in numbers', () => {
    const z = named(
      'z',
      add(
        sum('i', 0, 1, (i) => multiply(at(w, i), at(x, i))),
        0.1,
      ),
    );
    expect(lineText(z)).toBe('z = Σ(i = 0 … 1) w[i]·x[i] + 0.1 = 0.5·2 + (−0.3)·1 + 0.1 = 0.8');
  });

  test('takes its end from an expression', () => {
    const n = given('n', 2);
    const total = sum('i', 0, subtract(n, 1), (i) => at(x, i));
    expect(lineText(total)).toBe('Σ(i = 0 … n − 1) x[i] = 2 + 1 = 3');
  });

  test('of six terms is written out, of seven elided', () => {
    expect(lineText(sum('i', 0, 5, (i) => at(long, i)))).toBe(
      'Σ(i = 0 … 5) s[i] = 1 + (−2) + 3 + 4 + 5 + 6 = 17',
    );
    expect(lineText(sum('i', 0, 6, (i) => at(long, i)))).toBe(
      'Σ(i = 0 … 6) s[i] = 1 + (−2) + 3 + ⋯ + 7 = 24',
    );
  });

  test('that an author wrote out stays written out', () => {
    const one = given('a', 1);
    expect(lineText(add(one, one, one, one, one, one, one))).toContain(
      '1 + 1 + 1 + 1 + 1 + 1 + 1 = 7',
    );
    expect(lineText(multiply(one, one, one, one, one, one, 2))).toContain('1·1·1·1·1·1·2 = 2');
  });

  test('of sums is one row of terms, elided as one', () => {
    const square = (size: number) => {
      const rows = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (__, j) => i - j),
      );
      const M = given('M', rows);
      return sum('i', 0, size - 1, (i) => sum('j', 0, size - 1, (j) => at(M, i, j)));
    };
    expect(lineText(square(2))).toBe('Σ(i = 0 … 1) Σ(j = 0 … 1) M[i, j] = 0 + (−1) + 1 + 0 = 0');
    expect(lineText(square(3))).toContain('= 0 + (−1) + (−2) + ⋯ + 0 = 0');
  });

  test('of one term is that term; of none it is refused', () => {
    expect(lineText(sum('i', 1, 1, (i) => at(w, i)))).toBe('Σ(i = 1 … 1) w[i] = −0.3');
    expect(() => sum('i', 0, -1, () => x)).toThrow('a sum from 0 to -1 has no terms');
  });

  test('adds vectors entry by entry', () => {
    expect(sum('k', 1, 3, (k) => multiply(k, x)).value).toEqual([12, 6]);
  });
});

describe('a product', () => {
  test('is unrolled with brackets, and elided', () => {
    expect(lineText(product('i', 0, 1, (i) => at(w, i)))).toBe(
      'Π(i = 0 … 1) w[i] = 0.5·(−0.3) = −0.15',
    );
    expect(lineText(product('i', 0, 7, (i) => subtract(i, 4)))).toBe(
      'Π(i = 0 … 7) (i − 4) = (0 − 4)·(1 − 4)·(2 − 4)·⋯·(7 − 4) = 0',
    );
  });
});

test('dots take the place of terms with a plus, of factors without a sign', () => {
  const tex = (expression: Parameters<typeof lineOf>[0]) => lineOf(expression).faces[1].plain;
  expect(tex(sum('i', 0, 6, (i) => at(long, i)))).toContain('3 + \\cdots  + 7');
  expect(tex(product('i', 0, 6, (i) => at(long, i)))).toContain('3\\,\\cdots \\,7');
});

test('the largest and the smallest of numbers and of the entries of vectors', () => {
  expect(lineText(maximum(x, at(w, 1), 1.5))).toBe('max(x, w[1], 1.5) = max(2, 1, −0.3, 1.5) = 2');
  expect(minimum(long).value).toBe(-2);
  expect(maximum(given('M', [[1], [5]])).value).toBe(5);
});

test('the length of a vector, and a power of it', () => {
  expect(lineText(norm(given('v', [3, -4])))).toBe('‖v‖ = √(3^2 + (−4)^2) = 5');
  expect(power(norm(x), 2).value).toBeCloseTo(5, 12);
});
