import { kernel, spread } from '../../src/compute/kernel';
import { threefry2x32 } from '../../src/math/random';
import threefry from './lib/threefry.wgsl?raw';
import wgsl from './sample_windows.wgsl?raw';

/**
 * A batch of windows of a sequence of whole numbers, drawn with replacement: window i begins at
 * threefry(seed, 0; i, step) mod starts, where row i of `sample_batch` has its example. What follows
 * each number is the same window with a `shift` of 1: inputs and targets of a language model. Windows
 * of length 1 are labels. The windows are columns, so that a recurrent network has a row a step.
 */
export default kernel({
  name: 'sample_windows',
  dimensions: ['starts', 'length', 'rows'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    step: { type: 'u32', min: 0, max: 0xffffffff },
    shift: { type: 'u32', min: 0, max: 1 },
  },
  reads: {
    data: {
      shape: [({ starts, length }) => starts + length],
      type: 'u32',
      fill: (random) => Math.floor(1000 * random.uniform()),
    },
  },
  writes: { windows: { shape: ['length', 'rows'], type: 'u32' } },
  variants: {
    direct: {
      wgsl: threefry + wgsl,
      workgroups: ({ length, rows }) => spread(length * rows, 64),
    },
  },
  cpu({ dimensions: { starts, length, rows }, knobs: { seed, step, shift }, buffers }) {
    const { data, windows } = buffers;
    for (let row = 0; row < rows; row += 1) {
      const start = (threefry2x32(seed, 0, row, step)[0] % starts) + shift;
      for (let i = 0; i < length; i += 1) windows[i * rows + row] = data[start + i];
    }
  },
  bound: { absolute: 0, relative: 0, why: 'numbers are copied' },
  edges: [
    {
      title: 'one place to begin: every window is the same, and the shifted one ends with the data',
      dimensions: { starts: 1, length: 3, rows: 2 },
      knobs: { seed: 3, step: 9, shift: 1 },
      buffers: { data: [5, 6, 7, 8] },
      expected: { windows: [6, 6, 7, 7, 8, 8] },
    },
    {
      title: 'the last step and the largest seed are taken as they are',
      dimensions: { starts: 65, length: 1, rows: 65 },
      knobs: { seed: 0xffffffff, step: 0xffffffff, shift: 0 },
    },
  ],
});
