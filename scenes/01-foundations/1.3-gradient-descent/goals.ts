import { KernelError } from '../../../src/author';
import type { Landscape, Position } from './landscape';
import type { Square } from './surfaces';

/** Within this share of the square’s width a walker has arrived. */
const ARRIVED = 0.02;

/** How near to a position a walker has arrived. */
export const radiusIn = ({ left, right }: Square): number => ARRIVED * (right - left);

/** The minima, or the saddle where there are none. */
export function goalsOf({ lowest, saddle }: Landscape): readonly Position[] {
  if (lowest.length > 0) return lowest;
  if (saddle) return [saddle];
  throw new KernelError(
    'this surface has no lowest point in the square that is shown, so there is nothing to arrive at',
  );
}

export const flat = (positions: readonly Position[]): Float32Array =>
  Float32Array.from(positions.flatMap(({ x, y }) => [x, y]));
