import { byteUnits } from '../../../src/author';
import { cards, shapes, type Shape } from './presets';

/** What a reader can change. */
export interface Givens {
  readonly layers: number;
  readonly kv_heads: number;
  /** Numbers of one key, or of one value. */
  readonly d_head: number;
  /** Of one number. */
  readonly bytes: number;
  /** Sequences at once. */
  readonly batch: number;
  /** Tokens of each. */
  readonly context: number;
  readonly preset: string;
}

/** A card that holds the weights, and the longest context that fits beside them. */
export interface Fit {
  readonly name: string;
  readonly gib: number;
  /** Bytes left beside the weights. */
  readonly free: number;
  readonly longest: number;
}

export interface Model extends Givens {
  readonly shape: Shape | undefined;
  /** Heads of the queries. */
  readonly heads: number;
  /** Numbers that one token leaves in one layer, and in all of them. */
  readonly per_layer: number;
  readonly token_values: number;
  /** Bytes of one token of one sequence. */
  readonly per_token: number;
  /** Numbers in the whole cache. */
  readonly values: number;
  readonly total: number;
  /** KV heads of the three ways: one for each query head, shared by a few, one for all. */
  readonly shared: { readonly mha: number; readonly gqa: number; readonly mqa: 1 };
  readonly parameters: number;
  /** Bytes of the weights at two bytes a parameter. */
  readonly weights: number;
  readonly fits: readonly Fit[];
}

export const GIB = byteUnits.GiB;

export const ranges = {
  layers: { min: 1, max: 200, step: 1 },
  kv_heads: { min: 1, max: 256, step: 1 },
  d_head: { min: 1, max: 1024, step: 1 },
  bytes: { min: 0.5, max: 8, step: 0.5 },
  batch: { min: 1, max: 1024, step: 1 },
  context: { min: 1, max: 2 ** 22, step: 1 },
};

/** What attention keeps of the past: keys and values of every token, layer and KV head. */
export function cache(givens: Givens): Model {
  const { layers, kv_heads, d_head, bytes, batch, context, preset } = givens;
  const shape = shapes[preset] as Shape | undefined;
  const heads = Math.max(kv_heads, shape?.heads ?? kv_heads);
  const per_layer = 2 * kv_heads * d_head;
  const token_values = layers * per_layer;
  const per_token = token_values * bytes;
  const values = token_values * context * batch;
  // Twelve matrices of the width in every layer: four for attention, eight for the MLP.
  const parameters = shape?.parameters ?? 12 * layers * (heads * d_head) ** 2;
  const weights = 2 * parameters;
  const fits = cards
    .map(({ name, gib }) => ({ name, gib, free: gib * GIB - weights }))
    .filter(({ free }) => free > 0)
    .map((card) => ({ ...card, longest: Math.floor(card.free / (per_token * batch)) }));
  return {
    ...{ ...givens, shape, heads, per_layer, token_values, per_token, values },
    ...{ parameters, weights, fits, total: values * bytes },
    shared: {
      mha: heads,
      gqa: kv_heads > 1 && kv_heads < heads ? kv_heads : Math.max(1, Math.round(heads / 4)),
      mqa: 1,
    },
  };
}
