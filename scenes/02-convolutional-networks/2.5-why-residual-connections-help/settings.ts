import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** Losses along each side of the square. */
  readonly side: number;
  /** How far the square reaches from the trained network, 1 being as long as its weights. */
  readonly reach: number;
  /** Which pair of random directions. */
  readonly draw: number;
}
