import { KernelError } from '../../../src/compute/kernel';

/** How far from 1 probabilities may sum. */
const TOLERANCE = 1e-6;

/**
 * A distribution as `categorical` takes it: entry k is the probability of the classes up to k, in
 * units of 2⁻³², so that drawing is comparing integers.
 * @throws {KernelError} when these are not probabilities.
 */
export function thresholds(probabilities: readonly number[]): Uint32Array {
  // Written so that NaN is refused as well.
  const bad = probabilities.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new KernelError(`${bad} is not a probability`);
  let total = 0;
  const cumulative = Uint32Array.from(probabilities, (p) => {
    total += p;
    return Math.min(Math.round(total * 2 ** 32), 2 ** 32 - 1);
  });
  if (!(Math.abs(total - 1) <= TOLERANCE)) {
    throw new KernelError(`the probabilities sum to ${total}, not to 1`);
  }
  return cumulative;
}
