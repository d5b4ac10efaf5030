import type { Vector } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  /** Whether the gates are given, or computed from the input and the state before. */
  readonly gates: 'given' | 'computed';
  readonly f: number;
  readonly i: number;
  readonly c_tilde: number;
  readonly c_prev: number;
  readonly o: number;
  readonly x: number;
  readonly h_prev: number;
  /** Weights of the input, weights of the state and biases, each in the order f, i, c̃, o. */
  readonly w: Vector;
  readonly u: Vector;
  readonly b: Vector;
}

/** The four that are computed alike, in the order of w, u and b. */
export const GATES = ['f', 'i', 'c_tilde', 'o'] as const;
export type Gate = (typeof GATES)[number];

export interface Model extends Givens {
  readonly kept: number;
  readonly written: number;
  readonly c: number;
  readonly squashed: number;
  readonly h: number;
}

export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** What a sum becomes: the candidate is a number from −1 to 1, the gates are shares. */
export const curveOf = (gate: Gate): ((z: number) => number) =>
  gate === 'c_tilde' ? Math.tanh : logistic;

/**
 * One step of a unit of long short-term memory (Hochreiter and Schmidhuber, 1997), with the forget
 * gate of Gers, Schmidhuber and Cummins (2000).
 */
export function lstm(givens: Givens): Model {
  const open = { ...givens, ...(givens.gates === 'computed' ? computed(givens) : {}) };
  const { f, i, c_tilde, c_prev, o } = open;
  const [kept, written] = [f * c_prev, i * c_tilde];
  const c = kept + written;
  const squashed = Math.tanh(c);
  return { ...open, kept, written, c, squashed, h: o * squashed };
}

const computed = ({ x, h_prev, w, u, b }: Givens): Record<Gate, number> =>
  Object.fromEntries(
    GATES.map((gate, n) => [gate, curveOf(gate)(w[n] * x + u[n] * h_prev + b[n])]),
  ) as Record<Gate, number>;
