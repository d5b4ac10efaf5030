import { kernel, spread } from '../../src/compute/kernel';
import { threefry2x32 } from '../../src/math/random';
import wgsl from './categorical.wgsl?raw';
import { thresholds as thresholdsOf } from './lib/thresholds';
import threefry from './lib/threefry.wgsl?raw';

/**
 * Draws of a class, `count` from each row's distribution, by inversion of the cumulative one: draw i
 * (counted through all rows) uses the i-th word of `Random(seed, stream)`, and the outcomes are the
 * same on every device. Distributions come as cumulative `thresholds` (shaders/random/lib/thresholds.ts).
 */
export default kernel({
  name: 'categorical',
  dimensions: ['rows', 'classes', 'count'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    stream: { type: 'u32', min: 0, max: 0xffffffff },
  },
  reads: {
    thresholds: {
      shape: ['rows', 'classes'],
      type: 'u32',
      fill: (random) => Math.floor(2 ** 32 * random.uniform()),
    },
  },
  writes: { outcomes: { shape: ['rows', 'count'], type: 'u32' } },
  variants: {
    direct: {
      wgsl: threefry + wgsl,
      workgroups: ({ rows, count }) => spread(rows * count, 256),
    },
  },
  check: ({ rows, count }) =>
    rows * count > 2 ** 32 ? `count is ${count}; all draws together end at 2³²` : undefined,
  cpu({ dimensions: { rows, classes, count }, knobs: { seed, stream }, buffers }) {
    const { thresholds, outcomes } = buffers;
    for (let i = 0; i < rows * count; i += 1) {
      const [bits] = threefry2x32(seed, stream, i, 0);
      const row = Math.floor(i / count) * classes;
      let outcome = 0;
      for (let k = row; k < row + classes - 1; k += 1) if (bits >= thresholds[k]) outcome += 1;
      outcomes[i] = outcome;
    }
  },
  bound: { absolute: 0, relative: 0, why: 'integers are compared' },
  suite: { largest: { rows: 3 } },
  edges: [
    {
      title: 'one class leaves no choice',
      dimensions: { rows: 1, classes: 1, count: 3 },
      knobs: { seed: 7, stream: 0 },
      buffers: { thresholds: [...thresholdsOf([1])] },
      expected: { outcomes: [0, 0, 0] },
    },
    {
      title: 'what has all the probability is drawn, what has none is not',
      dimensions: { rows: 3, classes: 3, count: 2 },
      knobs: { seed: 7, stream: 0 },
      buffers: {
        thresholds: [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ].flatMap((p) => [...thresholdsOf(p)]),
      },
      expected: { outcomes: [0, 0, 1, 1, 2, 2] },
    },
    {
      title: 'thousands of draws of four shares are the same everywhere',
      dimensions: { rows: 1, classes: 4, count: 5000 },
      knobs: { seed: 5, stream: 2 },
      buffers: { thresholds: [...thresholdsOf([0.85, 0.12, 0.015, 0.015])] },
    },
  ],
});
