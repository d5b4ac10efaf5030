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
 * The radius at which the mean logarithm of the norm after `step` steps is 0, between the last
 * column where it is below and the next; nothing where all of them shrink, or none does.
 */
export function edgeAt(growth: Growth, step: number): number | undefined {
  let below = RADII - 1;
  while (below >= 0 && logNormAt(growth, step, below) >= 0) below -= 1;
  if (below < 0 || below === RADII - 1) return undefined;
  const [low, high] = [logNormAt(growth, step, below), logNormAt(growth, step, below + 1)];
  const from = radiusOf(below, growth.radius);
  const to = radiusOf(below + 1, growth.radius);
  return from + ((to - from) * low) / (low - high);
}
