import { kernel, spread } from '../../src/compute/kernel';
import { threefry2x32 } from '../../src/math/random';
import wgsl from './categorical_counts.wgsl?raw';
import { thresholds as thresholdsOf } from './lib/thresholds';
import threefry from './lib/threefry.wgsl?raw';

/** Counters that an invocation keeps. */
const MOST_CLASSES = 16;

/**
 * How often each class comes out when `count` draws are made from one distribution: what counting
 * the outcomes of `categorical` gives, without keeping them. The counts are added to `counts`, which
 * begins as zeros. Draw i uses word `first` + i of `Random(seed, stream)`, so that many draws can be
 * made a part at a time; the counts are the same on every device. The distribution comes as
 * cumulative `thresholds` (shaders/random/lib/thresholds.ts).
 */
export default kernel({
  name: 'categorical_counts',
  dimensions: ['classes', 'count'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    stream: { type: 'u32', min: 0, max: 0xffffffff },
    first: { type: 'u32', min: 0, max: ({ count }) => 2 ** 32 - count },
  },
  reads: {
    thresholds: {
      shape: ['classes'],
      type: 'u32',
      fill: (random) => Math.floor(2 ** 32 * random.uniform()),
    },
  },
  updates: {
    counts: {
      shape: ['classes'],
      type: 'u32',
      fill: (random) => Math.floor(10 * random.uniform()),
    },
  },
  variants: {
    direct: { wgsl: threefry + wgsl, workgroups: ({ count }) => spread(count, 64 * 256) },
  },
  check: ({ classes }) =>
    classes > MOST_CLASSES
      ? `classes is ${classes}; at most ${MOST_CLASSES} are counted`
      : undefined,
  cpu({ dimensions: { classes, count }, knobs: { seed, stream, first }, buffers }) {
    const { thresholds, counts } = buffers;
    for (let i = 0; i < count; i += 1) {
      const [bits] = threefry2x32(seed, stream, first + i, 0);
      let outcome = 0;
      for (let k = 0; k < classes - 1; k += 1) if (bits >= thresholds[k]) outcome += 1;
      counts[outcome] += 1;
    }
  },
  bound: { absolute: 0, relative: 0, why: 'integers are compared' },
  suite: { largest: { classes: MOST_CLASSES } },
  edges: [
    {
      title: 'one class gets all draws, on top of what was counted before',
      dimensions: { classes: 1, count: 3 },
      knobs: { seed: 7, stream: 0, first: 0 },
      buffers: { thresholds: [...thresholdsOf([1])], counts: [4] },
      expected: { counts: [7] },
    },
    {
      title: 'what has no probability is never counted',
      dimensions: { classes: 3, count: 500 },
      knobs: { seed: 7, stream: 0, first: 0 },
      buffers: { thresholds: [...thresholdsOf([0, 1, 0])], counts: [0, 0, 0] },
      expected: { counts: [0, 500, 0] },
    },
    {
      title: 'the last words of a stream can be drawn',
      dimensions: { classes: 2, count: 9 },
      knobs: { seed: 1, stream: 1, first: 2 ** 32 - 9 },
      buffers: { thresholds: [...thresholdsOf([0.5, 0.5])], counts: [0, 0] },
    },
    {
      title: 'more draws than one workgroup makes, counted the same everywhere',
      dimensions: { classes: 4, count: 40_001 },
      knobs: { seed: 5, stream: 2, first: 1000 },
      buffers: { thresholds: [...thresholdsOf([0.85, 0.12, 0.015, 0.015])], counts: [0, 0, 0, 0] },
    },
  ],
});
