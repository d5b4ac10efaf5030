import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** Positions of queries and of keys. */
  readonly length: number;
  readonly base: number;
  /** The first of the positions. */
  readonly first: number;
  readonly angles: Angles;
}

/** The arithmetic that angles are worked out in. */
export type Angles = 'float64' | 'float32';

/** The width of a head, in pairs of entries. */
export const PAIRS = 32;
