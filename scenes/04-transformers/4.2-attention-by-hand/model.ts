import { mapMatrix, matmul, softmax, transpose, type Matrix } from '../../../src/author';

/** Everything that follows from Q (n × d_k), K (m × d_k) and V (m × d_v). */
export interface Model {
  readonly Q: Matrix;
  readonly K: Matrix;
  readonly V: Matrix;
  readonly causal: boolean;
  readonly d_k: number;
  /** Q·Kᵀ, n × m. */
  readonly scores: Matrix;
  /** scores / √d_k. */
  readonly scaled: Matrix;
  /** 0 where a query may look and −∞ where it may not, n × m. */
  readonly mask: Matrix;
  /** softmax of each row of scaled + mask, n × m. */
  readonly weights: Matrix;
  /** weights·V, n × d_v. */
  readonly out: Matrix;
}

/** What a reader can change. */
export interface Givens {
  readonly Q: Matrix;
  readonly K: Matrix;
  readonly V: Matrix;
  readonly causal: boolean;
}

/** The same with what is on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** Tokens of the long text. */
  readonly length: number;
}

/** Scaled dot-product attention (Vaswani et al., 2017, section 3.2.1). */
export function attention({ Q, K, V, causal }: Givens): Model {
  const d_k = K[0].length;
  const scores = matmul(Q, transpose(K));
  const scaled = mapMatrix(scores, (s) => s / Math.sqrt(d_k));
  const mask = mapMatrix(scores, (_, i, j) => (causal && j > i ? -Infinity : 0));
  const weights = mapMatrix(scaled, (s, i, j) => s + mask[i][j]).map(softmax);
  return { Q, K, V, causal, d_k, scores, scaled, mask, weights, out: matmul(weights, V) };
}

/** The same with the scores divided by something else than √d_k. */
export function outDividedBy({ mask, scores, V }: Model, divisor: number): Matrix {
  return matmul(mapMatrix(scores, (s, i, j) => s / divisor + mask[i][j]).map(softmax), V);
}

/** The same with each column, instead of each row, turned into shares. */
export function outByColumns({ scaled, mask, V }: Model): Matrix {
  const masked = mapMatrix(scaled, (s, i, j) => s + mask[i][j]);
  return matmul(transpose(transpose(masked).map(softmax)), V);
}

/** The same with Q·K in place of Q·Kᵀ, where the shapes allow it. */
export function outUntransposed({ Q, K, V, mask, d_k }: Model): Matrix | undefined {
  if (K.length !== d_k) return undefined;
  const scaled = mapMatrix(matmul(Q, K), (s) => s / Math.sqrt(d_k));
  return matmul(mapMatrix(scaled, (s, i, j) => s + mask[i][j]).map(softmax), V);
}
