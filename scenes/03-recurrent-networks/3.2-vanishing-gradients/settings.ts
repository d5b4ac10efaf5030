import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** Units of each network. */
  readonly hidden: number;
  readonly networks: number;
  /** The largest spectral radius on the axis. */
  readonly radius: number;
  /** Steps the gradient is carried back. */
  readonly horizon: number;
}
