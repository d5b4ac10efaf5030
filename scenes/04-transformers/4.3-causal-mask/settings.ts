import type { Givens } from './model';

/** What a reader can change on the At scale tab, and the givens by hand, which do not count there. */
export interface ScaleGivens extends Givens {
  readonly lr: number;
  readonly seed: number;
  /** Steps that are trained before the picture opens. */
  readonly first: number;
}

/** As many steps as there are. */
export const STEPS = 300;
/** Steps between two texts. */
export const WRITES_EACH = 60;
/** Steps that are compared with float64: later ones magnify roundings. */
export const CHECKED = 2;
