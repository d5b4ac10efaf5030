import type { Unfolding } from '../../../src/author';
import type { Model } from './model';

/** How far both arrows are turned at a time of the solution, in radians. */
export interface Turns {
  readonly q: number;
  readonly k: number;
}

const ROUND = 2 * Math.PI;
/** A motion goes round so often at most: a million turns cannot be watched. */
const MOST = 2;

/** The same direction, reached in few turns. */
export const wound = (angle: number): number =>
  (angle % ROUND) + ROUND * Math.sign(angle) * Math.min(MOST, Math.floor(Math.abs(angle) / ROUND));

/** Out to their positions, both back by the query's, both on to the positions further along. */
export function turnsAt({ m, n, theta, shift }: Model, unfolding: Unfolding): Turns {
  const out = unfolding.progress('turn');
  const together =
    wound((m + shift) * theta) * unfolding.progress('shift') -
    wound(m * theta) * unfolding.progress('relative');
  return { q: wound(m * theta) * out + together, k: wound(n * theta) * out + together };
}

/** The angle from one vector of the plane to another, the short way. */
export function between([x, y]: readonly number[], [u, v]: readonly number[]): number {
  return Math.atan2(x * v - y * u, x * u + y * v);
}
