import { show, significant, type Domain } from '../../../src/author';
import type { Errors, Nodes } from './against-float64';

type Numbers = ArrayLike<number>;

/** The smallest and the largest of some numbers: the two ends of a ramp. */
export function rangeOf(numbers: Numbers): Domain {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < numbers.length; i += 1) {
    low = Math.min(low, numbers[i]);
    high = Math.max(high, numbers[i]);
  }
  // A ramp needs two ends, also for a single number.
  return [low < high ? low : high - 1, high];
}

/** The mean of what has not overflowed; a little more than 0, so that a ramp has two ends. */
export function finiteMean(numbers: Numbers): number {
  let [sum, count] = [1e-37, 1];
  for (let i = 0; i < numbers.length; i += 1) {
    if (!Number.isFinite(numbers[i])) continue;
    sum += numbers[i];
    count += 1;
  }
  return sum / count;
}

/** How many sums have left float32. */
export function overflows(sums: Numbers): number {
  let overflowed = 0;
  for (let i = 0; i < sums.length; i += 1) if (!Number.isFinite(sums[i])) overflowed += 1;
  return overflowed;
}

const count = (n: number): string => n.toLocaleString('en');

/** What came out, in two sentences. */
export function sayResult(trees: readonly Nodes[], { logSum, logSumError }: Errors): string {
  const [{ sums }, total] = [trees[0], trees[trees.length - 1].sums[0]];
  const online = `ln Σ eˢ = ${show(logSum, significant(8))}, off by ${show(logSumError, significant(2))} in float32.`;
  const overflowed = overflows(sums);
  if (overflowed > 0) {
    const verb = overflowed === 1 ? 'overflows' : 'overflow';
    return `${online} Naively ${count(overflowed)} of ${count(sums.length)} tiles ${verb}, and so does the whole.`;
  }
  return Number.isFinite(total)
    ? `${online} The naive sum, ${show(total, significant(4))}, still fits float32.`
    : `${online} No tile overflows naively, but their sum does.`;
}
