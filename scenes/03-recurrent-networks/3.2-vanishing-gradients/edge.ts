import { RADII, radiusOf } from './carry';

/** Mean logarithms of norms, (horizon + 1) × RADII, row by row from step 0. */
export interface Growth {
  readonly mean: ArrayLike<number>;
  /** Largest radius on the axis. */
  readonly radius: number;
  readonly horizon: number;
}

/** The mean logarithm of the norm after some steps, in the column of a radius. */
export const logNormAt = ({ mean }: Growth, step: number, column: number): number =>
  mean[step * RADII + column];

/**
 * The radius at which the mean logarithm of the norm after `step` steps changes its sign: of all
 * the positions where noise lets it, the one with the least on the wrong side, which is where the sum
 * over the radii up to there is smallest. Nothing where all of them shrink, or none does.
 */
export function edgeAt(growth: Growth, step: number): number | undefined {
  let best: number | undefined;
  let least = 0;
  let sum = 0;
  for (let column = 0; column < RADII; column += 1) {
    sum += logNormAt(growth, step, column);
    if (sum < least) [best, least] = [column, sum];
  }
  if (best === undefined || best === RADII - 1) return undefined;
  const [low, high] = [logNormAt(growth, step, best), logNormAt(growth, step, best + 1)];
  const from = radiusOf(best, growth.radius);
  const to = radiusOf(best + 1, growth.radius);
  return from + ((to - from) * low) / (low - high);
}
