import type { Givens } from './model';

/** The vocabulary of GPT-2. */
export const CLASSES = 50_257;

/** Doubts, one minus the probability of the target, by quarters of a power of ten: row k has doubt k. */
export const DOUBTS = Array.from({ length: 17 }, (_, k) =>
  k === 0 ? 1 - 1 / CLASSES : 10 ** (-k / 4),
);

export interface ScaleGivens extends Givens {
  /** Predictions in the batch. */
  readonly rows: number;
  /** The probability of the target at which the gradient is read off. */
  readonly sure: number;
}

export const SURE = { min: 0.01, max: 0.9999 };
