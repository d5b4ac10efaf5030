// The largest singular vectors of a sparse matrix, by subspace iteration from a random start
// (Halko, Martinsson and Tropp, 2011).
import { dot } from './dot.mjs';

/** @typedef {import('./pmi.mjs').Sparse} Sparse */
/** @typedef {Float64Array<ArrayBuffer>[]} Columns */

/** More directions than asked for are followed, so that the last ones asked for are good too. */
const SPARE = 20;
const ROUNDS = 6;

/**
 * The matrix, or its transpose, times vectors.
 * @param {Sparse} matrix
 * @param {Columns} vectors
 * @param {boolean} transposed
 */
function times({ size, starts, columns, values }, vectors, transposed) {
  return vectors.map((x) => {
    const y = new Float64Array(size);
    for (let i = 0; i < size; i += 1)
      for (let n = starts[i]; n < starts[i + 1]; n += 1)
        if (transposed) y[columns[n]] += values[n] * x[i];
        else y[i] += values[n] * x[columns[n]];
    return y;
  });
}

/**
 * Makes vectors orthogonal and of length 1, in place, twice over for the sake of rounding.
 * @param {Columns} vectors
 */
function orthonormalise(vectors) {
  vectors.forEach((v, n) => {
    for (let again = 0; again < 2; again += 1)
      for (let m = 0; m < n; m += 1) {
        const along = dot(v, vectors[m]);
        for (let i = 0; i < v.length; i += 1) v[i] -= along * vectors[m][i];
      }
    const length = Math.sqrt(dot(v, v));
    for (let i = 0; i < v.length; i += 1) v[i] /= length;
  });
  return vectors;
}

/**
 * Left singular vectors, the largest first, with their singular values.
 * @param {Sparse} matrix
 * @param {number} count
 * @param {{ normal(): number }} random
 */
export function truncatedSvd(matrix, count, random) {
  let basis = Array.from({ length: count + SPARE }, () =>
    Float64Array.from({ length: matrix.size }, () => random.normal()),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const right = orthonormalise(times(matrix, basis, true));
    basis = orthonormalise(times(matrix, right, false));
  }
  // Within the basis the matrix is small: its own singular vectors turn the basis into those asked for.
  const rows = times(matrix, basis, true);
  const gram = rows.map((a) => rows.map((b) => dot(a, b)));
  const { values, vectors } = eigen(gram);
  return Array.from({ length: count }, (_, k) => {
    const vector = new Float64Array(matrix.size);
    basis.forEach((b, n) => {
      for (let i = 0; i < vector.length; i += 1) vector[i] += vectors[n][k] * b[i];
    });
    return { value: Math.sqrt(values[k]), vector };
  });
}

/**
 * Eigenvalues of a symmetric matrix, the largest first, with their vectors as columns (Jacobi).
 * @param {number[][]} matrix
 */
function eigen(matrix) {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 30; sweep += 1)
    for (let p = 0; p < n; p += 1)
      for (let q = p + 1; q < n; q += 1) {
        if (Math.abs(a[p][q]) < 1e-14 * Math.sqrt(Math.abs(a[p][p] * a[q][q]))) continue;
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < n; k += 1)
          [a[k][p], a[k][q]] = [c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]];
        for (let k = 0; k < n; k += 1)
          [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
        for (let k = 0; k < n; k += 1)
          [v[k][p], v[k][q]] = [c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]];
      }
  const order = a.map((_, i) => i).sort((i, j) => a[j][j] - a[i][i]);
  return { values: order.map((i) => a[i][i]), vectors: v.map((row) => order.map((i) => row[i])) };
}
