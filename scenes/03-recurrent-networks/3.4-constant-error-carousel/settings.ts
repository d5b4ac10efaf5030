import type { Givens } from './model';

/** What a reader can change on the At scale tab, and the givens by hand, which do not count there. */
export interface ScaleGivens extends Givens {
  /** The longest delay, in steps of time. */
  readonly delay: number;
  /** Delays that are tried, evenly up to the longest; each has a network of either kind. */
  readonly delays: number;
  /** Units of the recurrent layer. */
  readonly hidden: number;
  /** The bias of every forget gate before the training. */
  readonly forget_bias: number;
  readonly lr: number;
  readonly seed: number;
}

/** Symbols, one of which is shown and asked for. */
export const SYMBOLS = 8;
/** Steps that are trained before the picture opens, and as many as there are. */
export const OPENS = 80;
export const STEPS = 400;

export const delaysOf = ({ delay, delays }: ScaleGivens): number[] =>
  Array.from({ length: delays }, (_, i) => Math.round((delay * (i + 1)) / delays));
