import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** Documents that are searched. */
  readonly vectors: number;
  readonly questions: number;
  /** Pairs that are read word by word, to time them. */
  readonly pairs: number;
}
