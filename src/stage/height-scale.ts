import type { HeightScale } from './surface-plot';

/** A surface whose highest point is not this many times as high as the median one is drawn as is. */
const TAME = 5;

/**
 * The scale heights are drawn on: straight for a tame surface, else logarithmic above its lowest
 * tenth, so that a valley shows beside walls a thousand times as high.
 */
export function heightScale(heights: ArrayLike<number>): HeightScale {
  const sorted = Float64Array.from(heights)
    .filter((z) => Math.abs(z) < 1e29)
    .sort();
  if (sorted.length === 0) return { low: 0, high: 1, bend: 1e3 };
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))];
  const low = at(0);
  const high = Math.max(at(0.998), low + 1e-6 * Math.max(1, Math.abs(low)));
  const straight = high - low <= TAME * (at(0.5) - low);
  const bend = straight ? 1e3 * (high - low) : Math.max(at(0.1) - low, 1e-6 * (high - low));
  return { low, high, bend };
}
