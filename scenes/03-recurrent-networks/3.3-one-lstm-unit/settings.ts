import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** Units at each forget gate of the axis. */
  readonly copies: number;
  readonly steps: number;
  /** Deviation of the weights by which the forget gates see the input. */
  readonly sway: number;
  /** The weight by which every gate sees the state of its own unit. */
  readonly recurrence: number;
}
