import { kernel, spread, type CpuCall, type Dimensions } from '../../src/compute/kernel';
import type { Numbers } from '../../src/compute/numbers';
import activation from '../lib/activation.wgsl?raw';
import shared from './lib/perturbed_loss.wgsl?raw';
import { fastLosses } from './lib/perturbed_loss_fast';
import apart from './perturbed_loss.private.wgsl?raw';
import wgsl from './perturbed_loss.wgsl?raw';

/** Units of a layer at most: what an invocation keeps, and what a workgroup is. */
const WIDEST = 64;

const parametersOf = ({ layers, width }: Dimensions): number => layers * (width + 1) * width;

/** The loss of the network with these parameters. */
function lossOf(parameters: Numbers, { dimensions, buffers }: CpuCall): number {
  const { layers, width, samples } = dimensions;
  let loss = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const row = sample * width;
    let state = Array.from(buffers.inputs.subarray(row, row + width));
    for (let layer = 0; layer < layers; layer += 1) {
      const first = layer * (width + 1) * width;
      const sums = Array.from({ length: width }, (_, unit) => {
        let sum = parameters[first + width * width + unit];
        for (let source = 0; source < width; source += 1) {
          sum += parameters[first + source * width + unit] * state[source];
        }
        return sum;
      });
      state = layer + 1 < layers ? sums.map(Math.tanh) : sums;
    }
    state.forEach((y, unit) => (loss += (y - buffers.targets[row + unit]) ** 2 / 2));
  }
  return loss / samples;
}

/**
 * Losses of one network, each with one of its parameters changed: losses[k] = L(θ + by[k]·e) with
 * the unit vector e of the parameter which[k]. All layers are `width` wide, all but the last have
 * tanh; L is half the squared distance from the targets, averaged over the samples. Parameters lie
 * layer by layer: weights[source][unit], then the biases, as if they were the weights of one more
 * source that is always 1.
 */
export default kernel({
  name: 'perturbed_loss',
  dimensions: ['perturbations', 'layers', 'width', 'samples'],
  reads: {
    which: {
      shape: ['perturbations'],
      type: 'u32',
      fill: (random, dimensions) => Math.floor(random.uniform() * parametersOf(dimensions)),
    },
    by: { shape: ['perturbations'], fill: (random) => random.uniform() - 0.5 },
    parameters: {
      shape: [parametersOf],
      fill: (random, { width }) => random.normal() / Math.sqrt(width),
    },
    inputs: { shape: ['samples', 'width'] },
    targets: { shape: ['samples', 'width'] },
  },
  writes: { losses: { shape: ['perturbations'] } },
  division: () => ({ along: 'perturbations', buffers: ['which', 'by', 'losses'] }),
  variants: {
    workgroup: {
      wgsl: activation + shared + wgsl,
      barriers: true,
      workgroups: ({ perturbations }) => spread(perturbations, 1),
    },
    private: {
      wgsl: activation + shared + apart,
      workgroups: ({ perturbations }) => spread(perturbations, 64),
    },
  },
  check: ({ width }) =>
    width > WIDEST ? `width is ${width}; a layer has at most ${WIDEST} units` : undefined,
  suite: { largest: { perturbations: 70, layers: 4, width: WIDEST, samples: 7 } },
  cpu(call) {
    const { which, by, parameters, losses } = call.buffers;
    const changed = Float64Array.from(parameters);
    for (let k = 0; k < call.dimensions.perturbations; k += 1) {
      const kept = changed[which[k]];
      changed[which[k]] = kept + by[k];
      losses[k] = lossOf(changed, call);
      changed[which[k]] = kept;
    }
  },
  fast: fastLosses,
  bound: {
    absolute: 1e-5,
    relative: 1e-5,
    why: 'each output is a sum of 64 products near 1/8, good to some 2⁻²², as are the tanh before it; a loss of a few tens adds up 64 squares, rounded to 2⁻²⁴ of it each',
  },
  edges: [
    {
      title: 'one weight and one bias: the loss of a straight line',
      dimensions: { perturbations: 3, layers: 1, width: 1, samples: 1 },
      buffers: {
        which: [0, 0, 1],
        by: [0, 1, 1],
        parameters: [2, 0.5],
        inputs: [3],
        targets: [0.5],
      },
      expected: { losses: [18, 40.5, 24.5] },
    },
    {
      title: 'samples that do not fill a block of four count once each',
      dimensions: { perturbations: 1, layers: 1, width: 1, samples: 5 },
      buffers: {
        which: [0],
        by: [0],
        parameters: [1, 0],
        inputs: [1, 2, 3, 4, 10],
        targets: [0, 0, 0, 0, 0],
      },
      expected: { losses: [13] },
    },
    {
      title: 'between layers stands tanh, after the last none',
      dimensions: { perturbations: 1, layers: 2, width: 1, samples: 1 },
      buffers: { which: [1], by: [0.5], parameters: [1, 0, 3, 0], inputs: [0.5], targets: [0] },
      expected: { losses: [(3 * Math.tanh(1)) ** 2 / 2] },
    },
    {
      title: 'the last parameter of a full layer can be changed',
      dimensions: { perturbations: 2, layers: 3, width: WIDEST, samples: 5 },
      buffers: { which: [3 * 65 * 64 - 1, 64 * 64], by: [1, -1] },
    },
  ],
});
