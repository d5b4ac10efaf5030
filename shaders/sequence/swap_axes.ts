import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './swap_axes.wgsl?raw';

/**
 * Exchanges the first two axes of numbers whose last one stays together: rows of a batch, in which each
 * step has all heads, become heads that each have all steps.
 */
export default kernel({
  name: 'swap_axes',
  dimensions: ['first', 'second', 'inner'],
  reads: { values: { shape: ['first', 'second', 'inner'] } },
  writes: { swapped: { shape: ['second', 'first', 'inner'] } },
  variants: {
    direct: {
      wgsl,
      workgroups: ({ first, second, inner }) => spread(first * second * inner, 64),
    },
  },
  cpu({ dimensions: { first, second, inner }, buffers: { values, swapped } }) {
    for (let i = 0; i < first; i += 1) {
      for (let j = 0; j < second; j += 1) {
        const [from, to] = [(i * second + j) * inner, (j * first + i) * inner];
        for (let k = 0; k < inner; k += 1) swapped[to + k] = values[from + k];
      }
    }
  },
  bound: { absolute: 0, relative: 0, why: 'numbers are moved, not computed' },
  edges: [
    {
      title: 'two steps of three heads become three heads of two steps',
      dimensions: { first: 2, second: 3, inner: 2 },
      buffers: { values: [1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60] },
      expected: { swapped: [1, 2, 10, 20, 3, 4, 30, 40, 5, 6, 50, 60] },
    },
    {
      title: 'one number a row is a matrix turned over',
      dimensions: { first: 2, second: 2, inner: 1 },
      buffers: { values: [1, 2, 3, 4] },
      expected: { swapped: [1, 3, 2, 4] },
    },
  ],
});
