import { dot, type Vector } from '../../../src/author';

export const ACTIVATIONS = ['sigmoid', 'tanh', 'relu', 'identity'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** What a reader can change. */
export interface Givens {
  readonly w: Vector;
  readonly x: Vector;
  readonly b: number;
  readonly activation: Activation;
}

export interface Model extends Givens {
  /** w_i·x_i. */
  readonly products: Vector;
  /** The pre-activation Σ w_i·x_i + b. */
  readonly z: number;
  readonly a: number;
  /** ∂a/∂z. */
  readonly slope: number;
}

/** The activation curves, by their names. */
export const curves: Readonly<Record<Activation, (z: number) => number>> = {
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  identity: (z) => z,
};

/** Their slopes, at a sum and the activation it becomes. */
const slopes: Readonly<Record<Activation, (z: number, a: number) => number>> = {
  sigmoid: (_, a) => a * (1 - a),
  tanh: (_, a) => 1 - a * a,
  relu: (z) => (z > 0 ? 1 : 0),
  identity: () => 1,
};

/** One neuron: a weighted sum and a curve (Rosenblatt, 1958, with a step for the curve). */
export function neuron(givens: Givens): Model {
  const { w, x, b, activation } = givens;
  const z = dot(w, x) + b;
  const a = curves[activation](z);
  return {
    ...givens,
    products: w.map((weight, i) => weight * x[i]),
    z,
    a,
    slope: slopes[activation](z, a),
  };
}
