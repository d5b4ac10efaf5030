import { dot, zeros } from './linear';
import type { Matrix, Vector } from './value';

/** A pivot that is smaller, beside its entry of the diagonal, is nothing but rounding. */
const ROUNDING = 2 ** -52;

/**
 * The lower triangular L with L·Lᵀ = A, for A symmetric and positive definite. Source: Golub and
 * Van Loan, "Matrix Computations" (4th edition, 2013), section 4.2.
 */
export function cholesky(a: Matrix): number[][] {
  const lower = zeros(a.length, a.length);
  for (let j = 0; j < a.length; j += 1) {
    const pivot = a[j][j] - dot(lower[j], lower[j]);
    if (!(pivot > a.length * ROUNDING * a[j][j])) {
      throw new RangeError('the matrix is not positive definite');
    }
    lower[j][j] = Math.sqrt(pivot);
    for (let i = j + 1; i < a.length; i += 1) {
      lower[i][j] = (a[i][j] - dot(lower[i], lower[j])) / lower[j][j];
    }
  }
  return lower;
}

/** The x of A·x = b, by two triangular systems, for A symmetric and positive definite. */
export function solvePositive(a: Matrix, b: Vector): number[] {
  const lower = cholesky(a);
  const x = [...b];
  for (let i = 0; i < x.length; i += 1) {
    for (let j = 0; j < i; j += 1) x[i] -= lower[i][j] * x[j];
    x[i] /= lower[i][i];
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let j = i + 1; j < x.length; j += 1) x[i] -= lower[j][i] * x[j];
    x[i] /= lower[i][i];
  }
  return x;
}
