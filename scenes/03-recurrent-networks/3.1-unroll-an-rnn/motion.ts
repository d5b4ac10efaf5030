import { eased, type Unfolding } from '../../../src/author';

/** How far a step of the chain has come, from 0 to 1 each. */
export interface Reached {
  /** Its operands have been carried to the unit. */
  readonly gathered: number;
  /** Their sum has gone through tanh. */
  readonly bent: number;
}

/** The first step of the chain is two steps of the solution; all others follow in the third. */
export function reached(unfolding: Unfolding, t: number, count: number): Reached {
  if (t === 1) {
    return { gathered: unfolding.progress('sum'), bent: unfolding.progress('state') };
  }
  const share = unfolding.sweep('rest', t - 2, count - 1);
  return { gathered: eased(share, 0, 0.5), bent: eased(share, 0.5, 1) };
}
