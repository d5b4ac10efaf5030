import { expect, test } from 'vitest';
import { cholesky, solvePositive } from '../../../src/math/cholesky';
import { dot, matmul, transpose } from '../../../src/math/linear';
import { Random } from '../../../src/math/random';
import { ridgeRegression } from '../../../src/math/ridge';

const random = new Random(5);
const normals = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
const small = (numbers: readonly number[]) => Math.max(...numbers.map(Math.abs));

/** Examples by weights: fewer, as many, more. */
const SIZES = [
  [1, 1],
  [3, 8],
  [8, 8],
  [40, 8],
];

test('the triangular factor of a matrix worked by hand', () => {
  const lower = cholesky([
    [4, 12, -16],
    [12, 37, -43],
    [-16, -43, 98],
  ]);
  expect(lower).toEqual([
    [2, 0, 0],
    [6, 1, 0],
    [-8, 5, 3],
  ]);
});

test('a system is solved; one without a single answer is refused', () => {
  const a = [
    [2, 1],
    [1, 3],
  ];
  expect(small(solvePositive(a, [4, 7]).map((x, i) => x - [1, 2][i]))).toBeLessThan(1e-15);
  const refused = [
    [[0]],
    [[-1]],
    [[NaN]],
    [
      [1, 1],
      [1, 1],
    ],
    [
      [0.1, 0.3],
      [0.3, 0.9],
    ],
  ];
  for (const other of refused) expect(() => cholesky(other)).toThrow('not positive definite');
});

test.each(SIZES)('%i examples of %i weights satisfy the normal equations', (examples, weights) => {
  const [x, [y]] = [normals(examples, weights), normals(1, examples)];
  const lambda = 0.25;
  const w = ridgeRegression(x, y, lambda);
  const columns = transpose(x);
  const left = matmul(columns, x).map((row, i) => dot(row, w) + lambda * w[i]);
  expect(small(left.map((entry, i) => entry - dot(columns[i], y)))).toBeLessThan(1e-12);
});

test.each(SIZES)('%i examples of %i weights: the loss is flat there', (examples, weights) => {
  const [x, [y]] = [normals(examples, weights), normals(1, examples)];
  const lambda = 0.25;
  const loss = (w: readonly number[]): number =>
    x.reduce((sum, row, i) => sum + (dot(row, w) - y[i]) ** 2, 0) + lambda * dot(w, w);
  const w = ridgeRegression(x, y, lambda);
  const step = 1e-4;
  const gradient = w.map((_, k) => {
    const moved = (by: number) => loss(w.map((weight, i) => (i === k ? weight + by : weight)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
  expect(small(gradient)).toBeLessThan(1e-8);
});

test('one weight by hand, and a heavier penalty makes it smaller', () => {
  const x = [[1], [2]];
  expect(ridgeRegression(x, [2, 4], 0)[0]).toBeCloseTo(2, 14);
  expect(ridgeRegression(x, [2, 4], 5)[0]).toBeCloseTo(1, 14);
  expect(ridgeRegression(x, [2, 4], 1e12)[0]).toBeCloseTo(1e-11, 20);
});

test('without a penalty, fewer examples than weights have no single answer', () => {
  expect(() => ridgeRegression(normals(3, 8), [1, 2, 3], 0)).toThrow('not positive definite');
});
