import type { Numbers } from '../../src/compute/numbers';
import type { Expected, Workload } from './workload';

/** How a contender's values lie to the twin's. */
export interface Verdict {
  readonly right: boolean;
  /** Largest |value − twin| of those compared. */
  readonly largest: number;
  readonly compared: number;
}

/** Element by element: a fast wrong kernel is common, and one that keeps the mean passes a mean. */
export function judge(
  output: Numbers,
  { at, values }: Expected,
  bound: Workload['bound'],
): Verdict {
  let largest = 0;
  let right = at !== undefined || output.length === values.length;
  for (let i = 0; i < values.length; i += 1) {
    const off = Math.abs(output[at ? at[i] : i] - values[i]);
    // Math.max hands NaN on, and a NaN is not within anything.
    largest = Math.max(largest, off);
    right &&= off <= bound.absolute + bound.relative * Math.abs(values[i]);
  }
  return { right, largest, compared: values.length };
}
