import type { Unfolding } from '../../../src/author';
import type { Model } from './model';

/** How many steps of the run are drawn, with a fraction while one is being taken. */
export const reached = ({ steps }: Model, unfolding: Unfolding): number =>
  unfolding.progress('first') + unfolding.progress('rest') * (steps - 1);

/** 1, 2 or 5 times a power of ten, the first that is not below x. */
export function roundUp(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const factor = [1, 2, 5, 10].find((f) => f * power >= x * (1 - 1e-12)) ?? 10;
  return factor * power;
}

/** A run that leaves the neighbourhood is followed this many times as far as it began. */
const FOLLOWED = 6;

/**
 * The stretch of w that is drawn: symmetric about c to a round number, so that it holds still while
 * something is dragged, and wide enough for the run as long as it stays near.
 */
export function stretch({ c, w0, iterates }: Model): [number, number] {
  const begun = Math.abs(w0 - c);
  const far = Math.max(...iterates.map((w) => Math.abs(w - c)));
  const reach = Math.min(far, FOLLOWED * begun || far) * 1.12 || 1;
  const grid = roundUp(reach) / 5;
  return [Math.floor((c - reach) / grid) * grid, Math.ceil((c + reach) / grid) * grid];
}
