import { kernel, spread } from '../../src/compute/kernel';
import rows from './layer_norm.wgsl?raw';
import vec4 from './layer_norm.vec4.wgsl?raw';

/**
 * Layer normalisation (Ba, Kiros and Hinton, 2016): each row is shifted to mean 0 and scaled to
 * variance 1 (dividing by n; `epsilon` is added to the variance), then scaled by `gain` and shifted
 * by `bias`, column by column. The means and inverse standard deviations of the rows are kept for
 * the gradient.
 */
export default kernel({
  name: 'layer_norm',
  dimensions: ['rows', 'width'],
  knobs: { epsilon: { type: 'f32', min: 1e-8, max: 0.1 } },
  reads: {
    inputs: { shape: ['rows', 'width'] },
    gain: { shape: ['width'] },
    bias: { shape: ['width'] },
  },
  writes: {
    outputs: { shape: ['rows', 'width'] },
    means: { shape: ['rows'] },
    inverse_deviations: { shape: ['rows'] },
  },
  variants: {
    vec4: {
      wgsl: vec4,
      workgroups: ({ rows }) => spread(rows, 64),
      fits: ({ width }) => width % 4 === 0,
    },
    rows: { wgsl: rows, workgroups: ({ rows }) => spread(rows, 64) },
  },
  cpu({ dimensions: { rows, width }, knobs: { epsilon }, buffers }) {
    const { inputs, gain, bias, outputs, means, inverse_deviations: inverses } = buffers;
    for (let row = 0; row < rows; row += 1) {
      const first = row * width;
      let sum = 0;
      for (let i = 0; i < width; i += 1) sum += inputs[first + i];
      const mean = sum / width;
      let squares = 0;
      for (let i = 0; i < width; i += 1) squares += (inputs[first + i] - mean) ** 2;
      const inverse = 1 / Math.sqrt(squares / width + epsilon);
      for (let i = 0; i < width; i += 1) {
        outputs[first + i] = gain[i] * (inputs[first + i] - mean) * inverse + bias[i];
      }
      means[row] = mean;
      inverses[row] = inverse;
    }
  },
  bound: {
    absolute: 1e-5,
    relative: 1e-5,
    why: 'deviations are good to 2⁻²³ of the spread of a row, their sums to some hundred roundings; where a row’s variance is of the size of epsilon or less, its inverse root enlarges nothing beyond 1/√epsilon',
  },
  edges: [
    {
      title: 'a row of 1, 2, 3 becomes ∓1.2247 about 0',
      dimensions: { rows: 1, width: 3 },
      knobs: { epsilon: 1e-8 },
      buffers: { inputs: [1, 2, 3], gain: [1, 1, 1], bias: [0, 0, 0] },
      expected: { outputs: [-Math.sqrt(1.5), 0, Math.sqrt(1.5)], means: [2] },
    },
    {
      title: 'a constant row becomes its bias',
      dimensions: { rows: 2, width: 2 },
      knobs: { epsilon: 1e-5 },
      buffers: { inputs: [7, 7, 1e30, 1e30], gain: [2, 3], bias: [0.5, -0.5] },
      expected: { outputs: [0.5, -0.5, 0.5, -0.5] },
    },
    {
      title: 'one column leaves nothing but the bias',
      dimensions: { rows: 3, width: 1 },
      knobs: { epsilon: 1e-5 },
      buffers: { inputs: [1, -5, 100], gain: [4], bias: [0.25] },
      expected: { outputs: [0.25, 0.25, 0.25], means: [1, -5, 100] },
    },
    {
      title: 'a large common offset costs no digits',
      dimensions: { rows: 1, width: 4 },
      knobs: { epsilon: 1e-8 },
      buffers: {
        inputs: [65536, 65537, 65538, 65539],
        gain: [1, 1, 1, 1],
        bias: [0, 0, 0, 0],
      },
      expected: { means: [65537.5] },
    },
  ],
});
