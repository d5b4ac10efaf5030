import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly text: string;
  /** The head that is large. */
  readonly layer: number;
  readonly head: number;
}
