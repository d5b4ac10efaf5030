import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './layer_norm_parameters.wgsl?raw';

/**
 * The gradients of `layer_norm` with respect to its gain, Σ upstream·x̂ over the rows, and its bias,
 * Σ upstream, with x̂ the normalised rows (Ba, Kiros and Hinton, 2016).
 */
export default kernel({
  name: 'layer_norm_parameters',
  dimensions: ['rows', 'width'],
  reads: {
    inputs: { shape: ['rows', 'width'] },
    means: { shape: ['rows'] },
    inverse_deviations: { shape: ['rows'], fill: (random) => 0.5 + random.uniform() },
    upstream: { shape: ['rows', 'width'] },
  },
  writes: { gain_gradient: { shape: ['width'] }, bias_gradient: { shape: ['width'] } },
  variants: { columns: { wgsl, workgroups: ({ width }) => spread(width, 64) } },
  cpu({ dimensions: { rows, width }, buffers }) {
    const { inputs, means, inverse_deviations: inverses, upstream } = buffers;
    const gain = new Float64Array(width);
    const bias = new Float64Array(width);
    for (let row = 0; row < rows; row += 1) {
      const first = row * width;
      for (let i = 0; i < width; i += 1) {
        gain[i] += upstream[first + i] * (inputs[first + i] - means[row]) * inverses[row];
        bias[i] += upstream[first + i];
      }
    }
    buffers.gain_gradient.set(gain);
    buffers.bias_gradient.set(bias);
  },
  bound: {
    absolute: 5e-5,
    relative: 1e-5,
    why: 'sums over some hundred rows of products of about 1, each rounded to 2⁻²⁴ of the running sum',
  },
  edges: [
    {
      title: 'one row gives its own gradient',
      dimensions: { rows: 1, width: 2 },
      buffers: { inputs: [1, 3], means: [2], inverse_deviations: [1], upstream: [5, 7] },
      expected: { gain_gradient: [-5, 7], bias_gradient: [5, 7] },
    },
    {
      title: 'rows are summed column by column',
      dimensions: { rows: 2, width: 1 },
      buffers: { inputs: [4, 2], means: [3, 3], inverse_deviations: [1, 2], upstream: [1, 1] },
      expected: { gain_gradient: [-1], bias_gradient: [2] },
    },
  ],
});
