import { softmax, type Matrix, type Vector } from '../../../src/author';

/** Beyond these a probability is too small for a reader to see anything. */
export const LOGIT = { min: -50, max: 50 };

/** What a reader can change. */
export interface Givens {
  readonly logits: Vector;
  /** The class that is right, counted from 0. */
  readonly target: number;
}

/** Softmax followed by cross-entropy, forwards and back. */
export interface Model extends Givens {
  readonly p: Vector;
  readonly loss: number;
  /** The derivative of the loss by the probability of the target, all it depends on: −1/p. */
  readonly slope: number;
  /** Entry (j, i) is the derivative of probability j by logit i. */
  readonly jacobian: Matrix;
  readonly onehot: Vector;
  readonly grad: Vector;
}

export function crossEntropy({ logits, target }: Givens): Model {
  const p = softmax(logits);
  const onehot = logits.map((_, i) => (i === target ? 1 : 0));
  return {
    ...{ logits, target, p, onehot },
    loss: -Math.log(p[target]),
    slope: -1 / p[target],
    jacobian: p.map((share, j) => p.map((other, i) => share * ((i === j ? 1 : 0) - other))),
    grad: p.map((share, i) => share - onehot[i]),
  };
}
