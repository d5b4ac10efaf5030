import { matmul, Random, softmax, transpose, type Matrix } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  readonly d_model: number;
  readonly heads: number;
  /** Tokens. */
  readonly n: number;
}

/** FLOPs of the matrix products, part by part; one multiply-add is 2. */
export interface Cost {
  /** Queries, keys and values of all heads. */
  readonly projections: number;
  /** Scores, and the mixing of the values. */
  readonly attention: number;
  /** From the concatenated heads. */
  readonly output: number;
}

export interface Model extends Givens {
  readonly d_k: number;
  readonly cost: Cost;
  readonly flops_multi: number;
  readonly flops_single: number;
  readonly ratio: number;
  /** How the first tokens attend to each other in each head. */
  readonly weights: readonly Matrix[];
}

export const ranges = {
  d_model: { min: 1, max: 4096 },
  heads: { min: 1, max: 64 },
  n: { min: 1, max: 65536 },
} as const;

/** Tokens whose weights are drawn. */
const DRAWN_TOKENS = 5;
export const SEED = 44;

/** The parts of multi-head attention (Vaswani et al., 2017, section 3.2.2) with heads of this width. */
export const costOf = ({ d_model, heads, n }: Givens, width: number): Cost => ({
  projections: 6 * heads * n * d_model * width,
  attention: 4 * heads * n ** 2 * width,
  output: 2 * n * heads * width * d_model,
});

export const totalOf = ({ projections, attention, output }: Cost): number =>
  projections + attention + output;

export function multiHead(givens: Givens): Model {
  const { d_model, heads, n } = givens;
  const d_k = d_model / heads;
  const cost = costOf(givens, d_k);
  const flops_multi = totalOf(cost);
  const flops_single = totalOf(costOf({ d_model, heads: 1, n }, d_model));
  return {
    ...{ ...givens, d_k, cost, flops_multi, flops_single, ratio: flops_multi / flops_single },
    weights: Array.from({ length: heads }, (_, head) =>
      weightsOf(new Random(SEED, head), Math.min(n, DRAWN_TOKENS), d_k),
    ),
  };
}

/** Attention of normal queries to normal keys, as before any training. */
function weightsOf(random: Random, tokens: number, width: number): Matrix {
  const drawn = (): Matrix =>
    Array.from({ length: tokens }, () => Array.from({ length: width }, () => random.normal()));
  return matmul(drawn(), transpose(drawn())).map((row) =>
    softmax(row.map((score) => score / Math.sqrt(width))),
  );
}

/** Numbers of heads that share the width evenly. */
export const divisorsOf = ({ d_model }: Pick<Givens, 'd_model'>): number[] =>
  Array.from({ length: ranges.heads.max }, (_, i) => i + 1).filter((h) => d_model % h === 0);
