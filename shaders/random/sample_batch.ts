import { kernel, spread, type CpuCall } from '../../src/compute/kernel';
import { threefry2x32 } from '../../src/math/random';
import threefry from './lib/threefry.wgsl?raw';
import wgsl from './sample_batch.wgsl?raw';

/** Rows of the first network are drawn, then copied twice as often each time. */
function inCopies({ dimensions, knobs: { seed, step }, buffers }: CpuCall): void {
  const { networks, examples, inputs, outputs, rows } = dimensions;
  const { x_data: xs, y_data: ys, x, y } = buffers;
  for (let row = 0; row < rows; row += 1) {
    const example = threefry2x32(seed, 0, row, step)[0] % examples;
    for (let k = 0; k < inputs; k += 1) x[row * inputs + k] = xs[example * inputs + k];
    for (let k = 0; k < outputs; k += 1) y[row * outputs + k] = ys[example * outputs + k];
  }
  for (let done = 1; done < networks; done *= 2) {
    const next = Math.min(done, networks - done);
    x.copyWithin(done * rows * inputs, 0, next * rows * inputs);
    y.copyWithin(done * rows * outputs, 0, next * rows * outputs);
  }
}

/**
 * A batch of examples drawn with replacement, the same for every network: row i of it is example
 * threefry(seed, 0; i, step) mod examples, so that a batch is a function of the seed and the step, and
 * training can be played again from any step on. (Bottou, “Large-scale machine learning with stochastic
 * gradient descent”, 2010, section 2.1.)
 */
export default kernel({
  name: 'sample_batch',
  dimensions: ['networks', 'examples', 'inputs', 'outputs', 'rows'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    step: { type: 'u32', min: 0, max: 0xffffffff },
  },
  reads: {
    x_data: { shape: ['examples', 'inputs'] },
    y_data: { shape: ['examples', 'outputs'] },
  },
  writes: {
    x: { shape: ['networks', 'rows', 'inputs'] },
    y: { shape: ['networks', 'rows', 'outputs'] },
  },
  variants: {
    direct: {
      wgsl: threefry + wgsl,
      workgroups: ({ networks, rows, inputs, outputs }) =>
        spread(networks * rows * (inputs + outputs), 64),
    },
  },
  cpu({ dimensions, knobs: { seed, step }, buffers: { x_data: xs, y_data: ys, x, y } }) {
    const { networks, examples, inputs, outputs, rows } = dimensions;
    for (let row = 0; row < rows; row += 1) {
      const example = threefry2x32(seed, 0, row, step)[0] % examples;
      for (let network = 0; network < networks; network += 1) {
        const to = network * rows + row;
        for (let k = 0; k < inputs; k += 1) x[to * inputs + k] = xs[example * inputs + k];
        for (let k = 0; k < outputs; k += 1) y[to * outputs + k] = ys[example * outputs + k];
      }
    }
  },
  fast: inCopies,
  division: () => ({ along: 'networks', buffers: ['x', 'y'] }),
  bound: { absolute: 0, relative: 0, why: 'numbers are copied' },
  suite: { largest: { networks: 3, inputs: 7, outputs: 3 } },
  edges: [
    {
      title: 'one example is all there is to draw',
      dimensions: { networks: 2, examples: 1, inputs: 2, outputs: 1, rows: 2 },
      knobs: { seed: 3, step: 9 },
      buffers: { x_data: [1, 2], y_data: [7] },
      expected: { x: [1, 2, 1, 2, 1, 2, 1, 2], y: [7, 7, 7, 7] },
    },
    {
      title: 'the last step and the largest seed are taken as they are',
      dimensions: { networks: 1, examples: 65, inputs: 1, outputs: 1, rows: 65 },
      knobs: { seed: 0xffffffff, step: 0xffffffff },
    },
  ],
});
