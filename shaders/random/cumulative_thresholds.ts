import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './cumulative_thresholds.wgsl?raw';

const WHOLE = 2 ** 32;

/**
 * Distributions as `categorical` and `categorical_counts` take them: entry k of a row is the
 * probability of its classes up to k in units of 2⁻³², of which each class has whole ones, and at most
 * 2³² − 1. What is left over by that, or by probabilities that sum to less than 1, is the last class’s.
 * It is the same on every device.
 */
export default kernel({
  name: 'cumulative_thresholds',
  dimensions: ['rows', 'classes'],
  reads: {
    probabilities: {
      shape: ['rows', 'classes'],
      fill: (random, { classes }) => (2 * random.uniform()) / classes,
    },
  },
  writes: { thresholds: { shape: ['rows', 'classes'], type: 'u32' } },
  variants: { rows: { wgsl, workgroups: ({ rows }) => spread(rows, 64) } },
  cpu({ dimensions: { rows, classes }, buffers: { probabilities, thresholds } }) {
    for (let row = 0; row < rows; row += 1) {
      let total = 0;
      for (let i = row * classes; i < (row + 1) * classes; i += 1) {
        total = Math.min(total + Math.floor(probabilities[i] * WHOLE), WHOLE - 1);
        thresholds[i] = total;
      }
    }
  },
  bound: { absolute: 0, relative: 0, why: 'integers are compared' },
  edges: [
    {
      title: 'halves and quarters are exact, and the whole is the largest number there is',
      dimensions: { rows: 2, classes: 3 },
      buffers: { probabilities: [0.5, 0.25, 0.25, 0, 1, 0] },
      expected: {
        thresholds: [2 ** 31, 3 * 2 ** 30, 2 ** 32 - 1, 0, 2 ** 32 - 1, 2 ** 32 - 1],
      },
    },
    {
      title: 'probabilities that sum to a little more than 1 stay at the whole',
      dimensions: { rows: 1, classes: 3 },
      buffers: { probabilities: [0.75, 0.2500001, 0.0000001] },
    },
    {
      title: 'less than a unit is nothing',
      dimensions: { rows: 1, classes: 2 },
      buffers: { probabilities: [1e-10, 1e-38] },
      expected: { thresholds: [0, 0] },
    },
  ],
});
