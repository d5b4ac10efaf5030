import { solvePositive } from './cholesky';
import { dot, mapMatrix, matmul, transpose } from './linear';
import type { Matrix, Vector } from './value';

/**
 * Ridge regression: the weights w that minimise ‖X·w − y‖² + λ·‖w‖², which are (XᵀX + λI)⁻¹·Xᵀy. A row
 * of X is an example. With Gaussian weights and noise, no estimate has a smaller expected error than
 * these with λ = the variance of the noise divided by the variance of a weight. Source: Hoerl and
 * Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal Problems" (Technometrics, 1970).
 */
export function ridgeRegression(x: Matrix, y: Vector, lambda: number): number[] {
  const columns = transpose(x);
  const gram = matmul(columns, x);
  return solvePositive(
    mapMatrix(gram, (entry, i, j) => (i === j ? entry + lambda : entry)),
    columns.map((column) => dot(column, y)),
  );
}
