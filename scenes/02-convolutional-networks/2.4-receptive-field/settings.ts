import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** The layer whose gradient is shown, counted down from the output. */
  readonly depth: number;
  /** Random stacks whose gradients are averaged. */
  readonly stacks: number;
}

/** The deepest stack, of 3 × 3 convolutions. */
export const DEEPEST = 50;
export const KERNEL = 3;

/** The theoretical field of so many layers. */
export const sideOf = (depth: number): number => 1 + depth * (KERNEL - 1);
