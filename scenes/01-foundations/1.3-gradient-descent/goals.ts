import { KernelError } from '../../../src/author';
import type { Landscape, Position } from './landscape';

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
