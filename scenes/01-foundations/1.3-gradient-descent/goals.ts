import { KernelError } from '../../../src/author';
import type { Landscape, Place } from './landscape';

/** The lowest places, or the saddle where there are none. */
export function goalsOf({ lowest, saddle }: Landscape): readonly Place[] {
  if (lowest.length > 0) return lowest;
  if (saddle) return [saddle];
  throw new KernelError(
    'this surface has no lowest place in the square that is shown, so there is nothing to arrive at',
  );
}

export const flat = (places: readonly Place[]): Float32Array =>
  Float32Array.from(places.flatMap(({ x, y }) => [x, y]));
