import { sideOf } from './settings';

/** A square of mean squared gradients, row by row, and how wide its mass lies. */
export interface Spread {
  readonly depth: number;
  readonly mean: ArrayLike<number>;
  /** The deviation of the mass along a side, in inputs. */
  readonly sigma: number;
  /** The share of the field's side that ±2σ take. */
  readonly share: number;
}

export function spreadOf(mean: ArrayLike<number>, depth: number): Spread {
  const side = sideOf(depth);
  const middle = (side - 1) / 2;
  let [mass, moment] = [0, 0];
  for (let i = 0; i < side * side; i += 1) {
    const [y, x] = [Math.floor(i / side) - middle, (i % side) - middle];
    mass += mean[i];
    moment += mean[i] * (x * x + y * y);
  }
  // Both axes are measured at once.
  const sigma = Math.sqrt(moment / mass / 2);
  return { depth, mean, sigma, share: (4 * sigma) / side };
}
