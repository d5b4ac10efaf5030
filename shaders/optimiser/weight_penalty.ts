import { kernel, spread } from '../../src/compute/kernel';
import { weightRows } from '../dense/lib/layer';
import wgsl from './weight_penalty.wgsl?raw';

/**
 * Adds to the gradients of a layer those of a penalty on its weights, l1·Σ|w| + l2/2·Σw²; biases, the
 * last row of each network, go free. At 0 the first has the slope 0.
 * Source: Goodfellow, Bengio and Courville, “Deep Learning” (2016), section 7.1.
 */
export default kernel({
  name: 'weight_penalty',
  dimensions: ['networks', 'inputs', 'outputs'],
  knobs: {
    l1: { type: 'f32', min: 0, max: 100 },
    l2: { type: 'f32', min: 0, max: 100 },
  },
  reads: { weights: { shape: ['networks', weightRows, 'outputs'] } },
  updates: { gradients: { shape: ['networks', weightRows, 'outputs'] } },
  variants: {
    direct: {
      wgsl,
      workgroups: ({ networks, inputs, outputs }) => spread(networks * (inputs + 1) * outputs, 64),
    },
  },
  cpu({ dimensions, knobs: { l1, l2 }, buffers: { weights, gradients } }) {
    const { networks, inputs, outputs } = dimensions;
    const [own, free] = [inputs * outputs, (inputs + 1) * outputs];
    for (let first = 0; first < networks * free; first += free) {
      for (let i = first; i < first + own; i += 1) {
        gradients[i] += l1 * Math.sign(weights[i]) + l2 * weights[i];
      }
    }
  },
  bound: {
    absolute: 1e-5,
    relative: 1e-6,
    why: 'two products of up to some hundreds and two sums, each rounded to 2⁻²⁴; they may cancel',
  },
  suite: { largest: { networks: 3 } },
  edges: [
    {
      title: 'weights are drawn towards 0, the bias is not, and a weight at 0 stays',
      dimensions: { networks: 1, inputs: 3, outputs: 1 },
      knobs: { l1: 1, l2: 10 },
      buffers: { weights: [2, -3, 0, 5], gradients: [100, 100, 100, 100] },
      expected: { gradients: [121, 69, 100, 100] },
    },
  ],
});
