import { radiusIn } from './goals';
import type { Landscape, Position } from './landscape';

/** How many of some walkers stand at a lowest position, and how many have diverged. */
export interface Outcome {
  readonly counted: number;
  readonly arrived: number;
  readonly diverged: number;
}

/** What has become of walkers, told from what the kernel swarm writes of them for a picture. */
export function outcomeOf(points: ArrayLike<number>, { lowest, square }: Landscape): Outcome {
  const outcome = { counted: points.length / 4, arrived: 0, diverged: 0 };
  const radius = radiusIn(square);
  for (let i = 0; i < points.length; i += 4) {
    const isNear = ({ x, y }: Position): boolean =>
      Math.hypot(points[i] - x, points[i + 1] - y) <= radius;
    if (points[i + 3] > 0) outcome.diverged += 1;
    else if (lowest.some(isNear)) outcome.arrived += 1;
  }
  return outcome;
}
