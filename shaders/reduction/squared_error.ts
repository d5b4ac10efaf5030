import modules from './squared_error.wasm.ts?simd';
import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './squared_error.wgsl?raw';

/**
 * The mean squared error of each of many networks over its `count` predictions, and its gradient by
 * them, 2·(prediction − target) / count, as torch.nn.MSELoss has both.
 * Source: Bishop, “Pattern Recognition and Machine Learning” (2006), section 5.2.
 */
export default kernel({
  name: 'squared_error',
  dimensions: ['networks', 'count'],
  reads: {
    predictions: { shape: ['networks', 'count'] },
    targets: { shape: ['networks', 'count'] },
  },
  writes: { losses: { shape: ['networks'] }, gradient: { shape: ['networks', 'count'] } },
  variants: {
    direct: { wgsl, workgroups: ({ networks, count }) => spread(networks * count, 64) },
  },
  cpu({ dimensions: { networks, count }, buffers: { predictions, targets, losses, gradient } }) {
    for (let network = 0; network < networks; network += 1) {
      let sum = 0;
      for (let i = network * count; i < (network + 1) * count; i += 1) {
        const error = predictions[i] - targets[i];
        gradient[i] = (2 / count) * error;
        sum += error * error;
      }
      losses[network] = sum / count;
    }
  },
  division: () => ({
    along: 'networks',
    buffers: ['predictions', 'targets', 'losses', 'gradient'],
  }),
  wasm: {
    modules,
    run(heap, { dimensions: { networks, count }, buffers }) {
      const predictions = heap.input(buffers.predictions);
      const targets = heap.input(buffers.targets);
      const losses = heap.output(buffers.losses);
      const gradient = heap.output(buffers.gradient);
      heap.functions.squaredErrors(predictions, targets, losses, gradient, networks, count);
    },
  },
  bound: {
    absolute: 1e-6,
    relative: 1e-5,
    why: 'a difference and a square, each rounded to 2⁻²⁴, and a sum of up to 130 squares',
  },
  edges: [
    {
      title: 'errors of 1 and −3 have a mean square of 5',
      dimensions: { networks: 1, count: 2 },
      buffers: { predictions: [2, 1], targets: [1, 4] },
      expected: { losses: [5], gradient: [1, -3] },
    },
    {
      title: 'each network has a loss of its own',
      dimensions: { networks: 3, count: 1 },
      buffers: { predictions: [1, 2, 3], targets: [1, 1, 1] },
      expected: { losses: [0, 1, 4], gradient: [0, 2, 4] },
    },
  ],
});
