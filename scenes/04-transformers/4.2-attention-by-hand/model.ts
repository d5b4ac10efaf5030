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
export type Givens = Pick<Model, 'Q' | 'K' | 'V' | 'causal'>;

/** Scaled dot-product attention (Vaswani et al., 2017, section 3.2.1). */
export function attention({ Q, K, V, causal }: Givens): Model {
  const d_k = K[0].length;
  const scores = matmul(Q, transpose(K));
  const scaled = divided(scores, Math.sqrt(d_k));
  const mask = mapMatrix(scores, (_, i, j) => (causal && j > i ? -Infinity : 0));
  const weights = masked(scaled, mask).map(softmax);
  return { Q, K, V, causal, d_k, scores, scaled, mask, weights, out: matmul(weights, V) };
}

const divided = (scores: Matrix, by: number): Matrix => mapMatrix(scores, (s) => s / by);

const masked = (scores: Matrix, mask: Matrix): Matrix =>
  mapMatrix(scores, (s, i, j) => s + mask[i][j]);

/** The weights of scores divided by something else than √d_k. */
export const weightsDividedBy = ({ scores, mask }: Model, divisor: number): Matrix =>
  masked(divided(scores, divisor), mask).map(softmax);

/** The weights if each column, instead of each row, is turned into shares. */
export const weightsByColumns = ({ scaled, mask }: Model): Matrix =>
  transpose(transpose(masked(scaled, mask)).map(softmax));

/** The weights of Q·K in place of Q·Kᵀ, where the shapes allow it. */
export const weightsUntransposed = ({ Q, K, mask, d_k }: Model): Matrix | undefined =>
  K.length === d_k ? masked(divided(matmul(Q, K), Math.sqrt(d_k)), mask).map(softmax) : undefined;
