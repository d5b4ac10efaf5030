import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** The deviation of the weights, in units of that of He. */
  readonly gain: number;
  /** Units of every layer. */
  readonly width: number;
  readonly inputs: number;
}

/** Layers of the stack at scale. */
export const DEPTH = 50;

/** Gains that are drawn beside the reader's own. */
export const GAINS = [0.5, 0.71, 0.9, 0.95, 1, 1.05, 1.1, 1.41, 2];
