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

/** The sums before tanh of the network with these parameters: [layer][sample][unit]. */
function forward(parameters: Numbers, { dimensions, buffers: { inputs } }: CpuCall): Float64Array {
  const { layers, width, samples } = dimensions;
  const rows = samples * width;
  const sums = new Float64Array(layers * rows);
  for (let layer = 0; layer < layers; layer += 1) {
    const first = layer * (width + 1) * width;
    for (let i = 0; i < rows; i += 1) {
      const unit = i % width;
      let sum = parameters[first + width * width + unit];
      for (let source = 0; source < width; source += 1) {
        const at = i - unit + source;
        const state = layer === 0 ? inputs[at] : Math.tanh(sums[(layer - 1) * rows + at]);
        sum += parameters[first + source * width + unit] * state;
      }
      sums[layer * rows + i] = sum;
    }
  }
  return sums;
}

/** Half the squared distance of the outputs from the targets, averaged over the samples. */
function lossOf(sums: Float64Array, { dimensions, buffers: { targets } }: CpuCall): number {
  const outputs = sums.subarray(-dimensions.samples * dimensions.width);
  const squares = outputs.reduce((sum, y, i) => sum + (y - targets[i]) ** 2, 0);
  return squares / 2 / dimensions.samples;
}

/** A pass for each layer of the network as it is, and one for the losses. */
const passes = ({ layers }: Dimensions): number => layers + 1;

/** Invocations of a pass forward: one for each unit of four samples. */
const blocksOf = ({ width, samples }: Dimensions): number => width * Math.ceil(samples / 4);

/**
 * Losses of one network, each with one of its parameters changed: losses[k] = L(θ + by[k]·e) with
 * the unit vector e of the parameter which[k]. All layers are `width` wide, all but the last have
 * tanh; L is half the squared distance from the targets, averaged over the samples. Parameters lie
 * layer by layer: weights[source][unit], then the biases, as if they were the weights of one more
 * source that is always 1. The sums before tanh of the unchanged network are written too, [layer][sample][unit]:
 * from them the losses need only what the change reaches.
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
  writes: {
    sums: { shape: ['layers', 'samples', 'width'] },
    losses: { shape: ['perturbations'] },
  },
  division: () => ({ along: 'perturbations', buffers: ['which', 'by', 'losses'] }),
  variants: {
    workgroup: {
      wgsl: activation + shared + wgsl,
      barriers: true,
      workgroups: (dimensions) =>
        spread(Math.max(dimensions.perturbations, Math.ceil(blocksOf(dimensions) / 64)), 1),
      passes,
    },
    private: {
      wgsl: activation + shared + apart,
      workgroups: (dimensions) =>
        spread(Math.max(dimensions.perturbations, blocksOf(dimensions)), 64),
      passes,
    },
  },
  check: ({ width }) =>
    width > WIDEST ? `width is ${width}; a layer has at most ${WIDEST} units` : undefined,
  suite: { largest: { perturbations: 70, layers: 4, width: WIDEST, samples: 7 } },
  cpu(call) {
    const { which, by, parameters, sums, losses } = call.buffers;
    sums.set(forward(parameters, call));
    const changed = Float64Array.from(parameters);
    for (let k = 0; k < call.dimensions.perturbations; k += 1) {
      const kept = changed[which[k]];
      changed[which[k]] = kept + by[k];
      losses[k] = lossOf(forward(changed, call), call);
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
