import { kernel, spread } from '../../src/compute/kernel';
import { threefry2x32 } from '../../src/math/random';
import wgsl from './categorical_counts.wgsl?raw';
import { thresholds as thresholdsOf } from './lib/thresholds';
import threefry from './lib/threefry.wgsl?raw';

/** Counters that an invocation keeps. */
const MOST_CLASSES = 16;
/** Draws of a workgroup, all from one row. */
const DRAWS = 64 * 256;

/**
 * How often each class comes out when `count` draws are made from each row's distribution: what
 * counting the outcomes of `categorical` gives, without keeping them. The counts are added to
 * `counts`, which begins as zeros. Draw i (counted through all rows) uses word `first` + i of
 * `Random(seed, stream)`, so that many draws can be made a part at a time; the counts are the same on
 * every device. Distributions come as cumulative `thresholds` (shaders/random/lib/thresholds.ts, on
 * the device shaders/random/cumulative_thresholds.ts).
 */
export default kernel({
  name: 'categorical_counts',
  dimensions: ['rows', 'classes', 'count'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    stream: { type: 'u32', min: 0, max: 0xffffffff },
    first: { type: 'u32', min: 0, max: ({ rows, count }) => Math.max(0, 2 ** 32 - rows * count) },
  },
  reads: {
    thresholds: {
      shape: ['rows', 'classes'],
      type: 'u32',
      fill: (random) => Math.floor(2 ** 32 * random.uniform()),
    },
  },
  updates: {
    counts: {
      shape: ['rows', 'classes'],
      type: 'u32',
      fill: (random) => Math.floor(10 * random.uniform()),
    },
  },
  variants: {
    direct: {
      wgsl: threefry + wgsl,
      workgroups: ({ rows, count }) => spread(rows * Math.ceil(count / DRAWS), 1),
    },
  },
  check({ rows, classes, count }) {
    if (classes > MOST_CLASSES) {
      return `classes is ${classes}; at most ${MOST_CLASSES} are counted`;
    }
    return rows * count > 2 ** 32 ? `count is ${count}; all draws together end at 2³²` : undefined;
  },
  cpu({ dimensions: { rows, classes, count }, knobs: { seed, stream, first }, buffers }) {
    const { thresholds, counts } = buffers;
    for (let row = 0; row < rows; row += 1) {
      const start = row * classes;
      for (let i = 0; i < count; i += 1) {
        const [bits] = threefry2x32(seed, stream, first + row * count + i, 0);
        let outcome = start;
        for (let k = start; k < start + classes - 1; k += 1) {
          if (bits >= thresholds[k]) outcome += 1;
        }
        counts[outcome] += 1;
      }
    }
  },
  bound: { absolute: 0, relative: 0, why: 'integers are compared' },
  suite: { largest: { rows: 3, classes: MOST_CLASSES } },
  edges: [
    {
      title: 'one class gets all draws, on top of what was counted before',
      dimensions: { rows: 1, classes: 1, count: 3 },
      knobs: { seed: 7, stream: 0, first: 0 },
      buffers: { thresholds: [...thresholdsOf([1])], counts: [4] },
      expected: { counts: [7] },
    },
    {
      title: 'what has no probability is never counted',
      dimensions: { rows: 1, classes: 3, count: 500 },
      knobs: { seed: 7, stream: 0, first: 0 },
      buffers: { thresholds: [...thresholdsOf([0, 1, 0])], counts: [0, 0, 0] },
      expected: { counts: [0, 500, 0] },
    },
    {
      title: 'the last words of a stream can be drawn',
      dimensions: { rows: 1, classes: 2, count: 9 },
      knobs: { seed: 1, stream: 1, first: 2 ** 32 - 9 },
      buffers: { thresholds: [...thresholdsOf([0.5, 0.5])], counts: [0, 0] },
    },
    {
      title: 'each row is drawn from its own distribution, with words of its own',
      dimensions: { rows: 3, classes: 2, count: 20_000 },
      knobs: { seed: 3, stream: 9, first: 0 },
      buffers: {
        thresholds: [0, 0.5, 1].flatMap((p) => [...thresholdsOf([p, 1 - p])]),
        counts: [0, 0, 0, 0, 0, 0],
      },
    },
    {
      title: 'more draws than one workgroup makes, counted the same everywhere',
      dimensions: { rows: 1, classes: 4, count: 40_001 },
      knobs: { seed: 5, stream: 2, first: 1000 },
      buffers: { thresholds: [...thresholdsOf([0.85, 0.12, 0.015, 0.015])], counts: [0, 0, 0, 0] },
    },
  ],
});
