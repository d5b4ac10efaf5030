import {
  dot as dotProduct,
  matmul as matrixProduct,
  transpose as transposed,
} from '../math/linear';
import type { Matrix, Vector } from '../math/value';
import { add, cos, multiply, sin, subtract } from './arithmetic';
import { shapeOf } from './elementwise';
import { Expression } from './expression';
import { column, row } from './indexing';
import { marked, number, unrolledSum, type Notation } from './notation';

/** Rows become columns; the parts stay with their entries. */
export function transpose(matrix: Expression<Matrix>): Expression<Matrix> {
  const { role, part } = matrix.details;
  const turned: Expression<Matrix> = new Expression(
    transposed(matrix.value),
    {
      symbols: () => ({ kind: 'transposed', body: matrix.symbols }),
      numbers: () => turned.shown,
    },
    {
      role,
      part,
      cell: ([i, j]) => (j === undefined ? undefined : matrix.cell([j, i])),
      display: matrix.display,
    },
  );
  return turned;
}

/** Σ aᵢ·bᵢ: one product after the other in the numbers. */
export function dot(a: Expression<Vector>, b: Expression<Vector>): Expression<number> {
  if (a.value.length !== b.value.length) {
    throw new RangeError(`a dot product of ${shapeOf(a.value)} and ${shapeOf(b.value)}`);
  }
  const entry = (x: Expression<Vector>, i: number): Notation =>
    marked(number(x.value[i], x.display), x.details.role, x.cell([i]));
  return new Expression(dotProduct(a.value, b.value), {
    symbols: () => ({
      kind: 'product',
      factors: [a.symbols, b.symbols],
      sign: 'dot',
      unrolled: false,
    }),
    numbers: () =>
      unrolledSum(
        a.value.map((_, i) => ({
          kind: 'product',
          factors: [entry(a, i), entry(b, i)],
          sign: 'dot',
          unrolled: false,
        })),
      ),
  });
}

const product = (factors: readonly Notation[]): Notation => ({
  kind: 'product',
  factors,
  sign: 'implied',
  unrolled: false,
});

/** (m × k)·(k × n). */
export function matmul(a: Expression<Matrix>, b: Expression<Matrix>): Expression<Matrix> {
  if (a.value[0].length !== b.value.length) {
    throw new RangeError(`a product of ${shapeOf(a.value)} and ${shapeOf(b.value)}`);
  }
  return new Expression(
    matrixProduct(a.value, b.value),
    {
      symbols: () => product([a.symbols, b.symbols]),
      numbers: () => product([a.numbers, b.numbers]),
    },
    { entry: ([i, j]) => (j === undefined ? undefined : dot(row(a, i), column(b, j))) },
  );
}

/** A matrix times a vector: what it makes of the vector. */
export function transform(
  matrix: Expression<Matrix>,
  vector: Expression<Vector>,
): Expression<Vector> {
  if (matrix.value[0].length !== vector.value.length) {
    throw new RangeError(`${shapeOf(matrix.value)} times a vector of ${shapeOf(vector.value)}`);
  }
  return new Expression(
    matrix.value.map((entries) => dotProduct(entries, vector.value)),
    {
      symbols: () => product([matrix.symbols, vector.symbols]),
      numbers: () => product([matrix.numbers, vector.numbers]),
    },
    { entry: ([i]) => dot(row(matrix, i), vector) },
  );
}

/** A vector of the plane turned by an angle in radians, entry by entry. */
export const rotatedEntries = (
  x: Expression<number>,
  y: Expression<number>,
  angle: Expression<number>,
): readonly [Expression<number>, Expression<number>] => [
  subtract(multiply(x, cos(angle)), multiply(y, sin(angle))),
  add(multiply(x, sin(angle)), multiply(y, cos(angle))),
];
