import { deepShapes } from '../../../src/learn/deep-network';
import type { Random } from '../../../src/author';

/**
 * A random direction from trained weights, unit by unit as long as what the unit weighs its inputs by
 * (filter-normalised: Li et al., “Visualizing the loss landscape of neural nets”, NeurIPS 2018). Behind a
 * normalisation the size of weights says nothing, and a step of one length would be small for one network
 * and large for the other. Biases stay where they are, as there.
 */
export function directionFrom(weights: Float32Array, random: Random): Float32Array {
  const direction = new Float32Array(weights.length);
  let first = 0;
  for (const [, rows, outputs] of deepShapes) {
    for (let unit = 0; unit < outputs; unit += 1) {
      const own = Array.from({ length: rows - 1 }, (_, k) => first + k * outputs + unit);
      const drawn = own.map(() => random.normal());
      const length = Math.hypot(...own.map((at) => weights[at])) / Math.hypot(...drawn);
      own.forEach((at, k) => (direction[at] = length * drawn[k]));
    }
    first += rows * outputs;
  }
  return direction;
}
