import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './scaled_copy.wgsl?raw';

/**
 * Copies numbers, times a factor, into a longer array from position `first` on, and leaves the rest
 * of it alone: long arrays are filled piece by piece.
 */
export default kernel({
  name: 'scaled_copy',
  dimensions: ['count', 'total'],
  knobs: {
    first: { type: 'u32', min: 0, max: ({ count, total }) => Math.max(0, total - count) },
    factor: { type: 'f32', min: -1000, max: 1000 },
  },
  reads: { source: { shape: ['count'] } },
  updates: { copied: { shape: ['total'] } },
  variants: { direct: { wgsl, workgroups: ({ count }) => spread(count, 64) } },
  check: ({ count, total }) =>
    count > total ? `count is ${count}; no more than total = ${total} fit` : undefined,
  cpu({ dimensions: { count }, knobs: { first, factor }, buffers: { source, copied } }) {
    for (let i = 0; i < count; i += 1) copied[first + i] = factor * source[i];
  },
  bound: { absolute: 1e-37, relative: 1.2e-7, why: 'one product, rounded to 2⁻²⁴' },
  edges: [
    {
      title: 'what lies outside the piece stays as it was',
      dimensions: { count: 2, total: 4 },
      knobs: { first: 1, factor: 3 },
      buffers: { source: [1, -2], copied: [7, 7, 7, 7] },
      expected: { copied: [7, 3, -6, 7] },
    },
  ],
});
