import type { Givens } from './model';
import type { PropertyName } from './properties';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly picture: 'text' | 'pulse';
  /** What the trained network reads. */
  readonly text: string;
  /** By which unit's cell the text is shaded: the one that keeps this, or one of the reader's own. */
  readonly keeps: PropertyName | 'best' | 'own';
  /** Counted from 1. */
  readonly unit: number;
  /** Units at each forget gate of the axis. */
  readonly copies: number;
  readonly steps: number;
  /** Deviation of the weights by which the forget gates see the input. */
  readonly sway: number;
  /** The weight by which every gate sees the state of its own unit. */
  readonly recurrence: number;
}
