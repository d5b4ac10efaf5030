import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './layer_norm_gradient.wgsl?raw';

/**
 * The gradient of `layer_norm` with respect to its inputs. With x̂ the normalised row and
 * a = gain·upstream it is (a − mean(a) − x̂·mean(a·x̂)) / deviation: what a shift or a scaling of the
 * row would have done is taken out (Ba, Kiros and Hinton, 2016). Means and inverse deviations are
 * those that `layer_norm` kept.
 */
export default kernel({
  name: 'layer_norm_gradient',
  dimensions: ['rows', 'width'],
  reads: {
    inputs: { shape: ['rows', 'width'] },
    gain: { shape: ['width'] },
    means: { shape: ['rows'] },
    inverse_deviations: { shape: ['rows'], fill: (random) => 0.5 + random.uniform() },
    upstream: { shape: ['rows', 'width'] },
  },
  writes: { gradient: { shape: ['rows', 'width'] } },
  variants: { rows: { wgsl, workgroups: ({ rows }) => spread(rows, 64) } },
  cpu({ dimensions: { rows, width }, buffers }) {
    const { inputs, gain, means, inverse_deviations: inverses, upstream, gradient } = buffers;
    for (let row = 0; row < rows; row += 1) {
      const first = row * width;
      const [mean, inverse] = [means[row], inverses[row]];
      let along = 0;
      let level = 0;
      for (let i = 0; i < width; i += 1) {
        const arriving = gain[i] * upstream[first + i];
        level += arriving / width;
        along += (arriving * (inputs[first + i] - mean) * inverse) / width;
      }
      for (let i = 0; i < width; i += 1) {
        const normalised = (inputs[first + i] - mean) * inverse;
        gradient[first + i] =
          inverse * (gain[i] * upstream[first + i] - level - along * normalised);
      }
    }
  },
  bound: {
    absolute: 2e-5,
    relative: 1e-5,
    why: 'two means of some hundred products of about 1, each rounded to 2⁻²⁴, taken from gradients of a few units',
  },
  edges: [
    {
      title: 'a gradient that is the same everywhere moves nothing',
      dimensions: { rows: 1, width: 4 },
      buffers: {
        inputs: [1, 2, 3, 4],
        gain: [1, 1, 1, 1],
        means: [2.5],
        inverse_deviations: [1 / Math.sqrt(1.25)],
        upstream: [3, 3, 3, 3],
      },
      expected: { gradient: [0, 0, 0, 0] },
    },
    {
      title: 'a gradient along the row itself moves nothing',
      dimensions: { rows: 1, width: 2 },
      buffers: {
        inputs: [-1, 1],
        gain: [1, 1],
        means: [0],
        inverse_deviations: [1],
        upstream: [-2, 2],
      },
      expected: { gradient: [0, 0] },
    },
    {
      title: 'one column has no gradient',
      dimensions: { rows: 2, width: 1 },
      buffers: {
        inputs: [5, 6],
        gain: [2],
        means: [5, 6],
        inverse_deviations: [100, 100],
        upstream: [1, -1],
      },
      expected: { gradient: [0, 0] },
    },
  ],
});
