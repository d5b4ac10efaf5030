import { kernel, spread } from '../../src/compute/kernel';
import infinity from '../lib/infinity.wgsl?raw';
import wgsl from './sum_groups.wgsl?raw';

const LARGEST_FAN = 4096;
/** The largest finite float32. */
const LARGEST = 2 ** 128 - 2 ** 104;

/**
 * Sums of `fan` neighbouring numbers from 0 to ∞: one level of a tree that ends in the sum of all.
 * What is past the largest float32 is ∞, and ∞ stays.
 */
export default kernel({
  name: 'sum_groups',
  dimensions: ['count', 'fan'],
  reads: { parts: { shape: ['count'], fill: (random) => random.uniform() } },
  writes: { sums: { shape: [({ count, fan }) => Math.ceil(count / fan)] } },
  variants: {
    serial: {
      wgsl: infinity + wgsl,
      workgroups: ({ count, fan }) => spread(Math.ceil(count / fan), 64),
    },
  },
  check: ({ fan }) =>
    fan > LARGEST_FAN ? `fan is ${fan}; at most ${LARGEST_FAN} numbers are summed` : undefined,
  cpu({ dimensions: { count, fan }, buffers: { parts, sums } }) {
    for (let group = 0; group * fan < count; group += 1) {
      let sum = 0;
      for (let i = group * fan; i < Math.min((group + 1) * fan, count); i += 1) sum += parts[i];
      sums[group] = sum > LARGEST ? Infinity : sum;
    }
  },
  // Rounded to float32 after every sum, as on a graphics card.
  fast({ dimensions: { count, fan }, buffers: { parts, sums } }) {
    for (let group = 0; group * fan < count; group += 1) {
      let sum = 0;
      const end = Math.min((group + 1) * fan, count);
      for (let i = group * fan; i < end; i += 1) sum = Math.fround(sum + parts[i]);
      sums[group] = sum;
    }
  },
  bound: {
    absolute: 1e-37,
    relative: 2e-5,
    why: 'up to 4,096 sums of positive numbers, each rounded to 2⁻²⁴ up or down, grow like their root',
  },
  edges: [
    {
      title: 'a last group that is not full holds what is left',
      dimensions: { count: 5, fan: 2 },
      buffers: { parts: [1, 2, 3, 4, 5] },
      expected: { sums: [3, 7, 5] },
    },
    {
      title: 'infinity stays, and only where it is',
      dimensions: { count: 4, fan: 2 },
      buffers: { parts: [1, Infinity, 2, 3] },
      expected: { sums: [Infinity, 5] },
    },
    {
      title: 'two numbers that float32 holds can have a sum that it does not',
      dimensions: { count: 2, fan: 2 },
      buffers: { parts: [3e38, 3e38] },
      expected: { sums: [Infinity] },
    },
  ],
});
