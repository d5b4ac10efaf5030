import type { Givens } from './model';

/** What a reader can change on the At scale tab, beside what is given by hand. */
export interface ScaleGivens extends Givens {
  readonly count: number;
  readonly tile: number;
  /** Standard deviation of the scores, which are drawn from a normal distribution. */
  readonly spread: number;
}
