import { dot, softmax, type Vector } from '../../../src/author';
import { dotProducts, entries, KEYS } from './draws';

/** What a reader can change. */
export interface Givens {
  readonly d_k: number;
  /** Whether the scores are divided by √d_k. */
  readonly scaled: boolean;
}

/** A row of attention weights, how undecided it is, and how far a score still moves it. */
export interface Attention {
  readonly scores: Vector;
  readonly weights: Vector;
  readonly largest: number;
  /** Of the weights, in nats. */
  readonly entropy: number;
  /** Of the largest weight by its own score. */
  readonly gradient: number;
}

export interface Model extends Givens {
  readonly variance: number;
  readonly std: number;
  readonly scale: number;
  /** What goes wrong without the division, among the sentences to choose from. */
  readonly breaks: 'saturates';
  readonly q: Vector;
  readonly k: Vector;
  readonly samples: Vector;
  readonly raw: Attention;
  readonly divided: Attention;
}

/** Dot products of random queries and keys, and what the softmax makes of them. */
export function scoring(givens: Givens): Model {
  const { d_k, scaled } = givens;
  const std = Math.sqrt(d_k);
  const scale = scaled ? std : 1;
  const q = entries(0, d_k);
  const keys = Array.from({ length: KEYS }, (_, j) => entries(j + 1, d_k));
  const scores = keys.map((key) => dot(q, key));
  return {
    ...{ ...givens, std, scale, q },
    variance: d_k,
    breaks: 'saturates',
    k: keys[0],
    samples: dotProducts(d_k),
    raw: attention(scores),
    divided: attention(scores.map((s) => s / scale)),
  };
}

function attention(scores: Vector): Attention {
  const weights = softmax(scores);
  const largest = Math.max(...weights);
  return {
    ...{ scores, weights, largest },
    entropy: -weights.reduce((sum, p) => sum + p * Math.log(p), 0),
    gradient: largest * (1 - largest),
  };
}
