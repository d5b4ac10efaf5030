import { kernel, spread, type CpuCall } from '../../src/compute/kernel';
import wgsl from './histogram.wgsl?raw';

/** Rounded to float32 as on a graphics card, so that no number falls into another bin there. */
function count({ dimensions, knobs, buffers: { values, counts } }: CpuCall): void {
  const { low, bins_per_unit: perUnit } = knobs;
  for (let i = 0; i < dimensions.count; i += 1) {
    const position = Math.fround(Math.fround(values[i] - low) * perUnit);
    if (position >= 0 && position < dimensions.bins) counts[Math.floor(position)] += 1;
  }
}

/**
 * Counts numbers by size and adds the counts to `counts`, which begins as zeros: bin b holds what
 * lies from low + b / bins_per_unit to below the next. Numbers outside are left out. A graphics
 * card divides inexactly and multiplies exactly, hence bins per unit, not their width; the counts
 * are the same on every device.
 */
export default kernel({
  name: 'histogram',
  dimensions: ['count', 'bins'],
  knobs: {
    low: { type: 'f32', min: -1e6, max: 1e6 },
    bins_per_unit: { type: 'f32', min: 1e-6, max: 1e6 },
  },
  reads: { values: { shape: ['count'] } },
  updates: {
    counts: { shape: ['bins'], type: 'u32', fill: (random) => Math.floor(10 * random.uniform()) },
  },
  variants: { runs: { wgsl, workgroups: ({ count }) => spread(count, 1024) } },
  // Positions are told apart as float32.
  check: ({ bins }) => (bins > 2 ** 24 ? `bins is ${bins}; at most 2²⁴ are told apart` : undefined),
  cpu: count,
  bound: {
    absolute: 0,
    relative: 0,
    why: 'counts are whole numbers, and each position is rounded alike',
  },
  edges: [
    {
      title: 'the lower end of a bin belongs to it, the upper to the next',
      dimensions: { count: 5, bins: 2 },
      knobs: { low: 0, bins_per_unit: 1 },
      buffers: { values: [0, 0.5, 1, 1.5, 1.75], counts: [0, 0] },
      expected: { counts: [2, 3] },
    },
    {
      title: 'numbers outside are left out, and earlier counts are kept',
      dimensions: { count: 5, bins: 2 },
      knobs: { low: -1, bins_per_unit: 1 },
      buffers: { values: [-1.5, 1, 3e38, -3e38, 0], counts: [7, 8] },
      expected: { counts: [7, 9] },
    },
    {
      title: 'two thousand numbers in one bin are all counted',
      dimensions: { count: 2000, bins: 3 },
      knobs: { low: 0, bins_per_unit: 1 },
      buffers: { values: new Array<number>(2000).fill(1.5), counts: [0, 0, 0] },
      expected: { counts: [0, 2000, 0] },
    },
    {
      title: 'a normal sample keeps its shape',
      dimensions: { count: 5000, bins: 64 },
      knobs: { low: -4, bins_per_unit: 8 },
    },
  ],
});
