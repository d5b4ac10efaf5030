import { BAR } from './settings';

/** Gradients below this share of the root mean square of all count as so large: the floor. */
const FLOOR = 0.1;

/** Backpropagation beside central differences, parameter by parameter. */
export interface Compared {
  readonly backprop: Float32Array;
  readonly central: Float64Array;
  /** Relative errors. */
  readonly errors: Float64Array;
}

export const floorOf = (gradients: Float32Array): number =>
  FLOOR * Math.sqrt(gradients.reduce((sum, g) => sum + g * g, 0) / gradients.length);

/** |n − a| as a share of the larger of the two, or of the floor. */
export const errorOf = (n: number, a: number, floor: number): number =>
  Math.abs(n - a) / Math.max(Math.abs(n), Math.abs(a), floor);

export function compare(backprop: Float32Array, central: Float64Array): Compared {
  const floor = floorOf(backprop);
  return { backprop, central, errors: central.map((n, i) => errorOf(n, backprop[i], floor)) };
}

/** What the check says of all gradients together. */
export interface Verdict {
  readonly failed: number;
  /** The parameter that is furthest off. */
  readonly worst: number;
  /** The largest error of those that pass. */
  readonly next: number;
  readonly median: number;
}

export function judge({ errors }: Compared): Verdict {
  const sorted = errors.slice().sort();
  const failed = sorted.reduce((count, error) => count + (error > BAR ? 1 : 0), 0);
  return {
    failed,
    worst: errors.indexOf(sorted[sorted.length - 1]),
    next: sorted[Math.max(0, sorted.length - 1 - failed)],
    median: sorted[Math.floor(sorted.length / 2)],
  };
}
