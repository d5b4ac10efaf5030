import { choice, numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import {
  bugNames,
  countOf,
  EPSILON,
  layersOf,
  networkNames,
  WIDTH,
  type NetworkName,
} from './settings';

const asked = (network: NetworkName): string =>
  `One of ${countOf(layersOf[network]).toLocaleString('en')} gradients is wrong. Which one?`;

export const scale = scaleFor<Givens>()({
  params: {
    network: choice<NetworkName>({ label: 'network', default: 'tanh', choices: networkNames }),
    eps32: numberGiven({
      label: 'ε in float32',
      role: 'weight',
      default: EPSILON.tanh,
      min: 1e-6,
      max: 1,
      logarithmic: true,
    }),
    samples: wholeGiven({ label: 'samples', default: 16, min: 4, max: 256, logarithmic: true }),
    bug: choice({ label: 'bug', default: 'a', choices: bugNames }),
  },
  presets: {
    given: 'network',
    values: { tanh: { eps32: EPSILON.tanh }, digits: { eps32: EPSILON.digits } },
  },
  question: asked('tanh'),
  asks: ({ network }) => asked(network),
  intro: `A tanh network of three layers with ${WIDTH} units each, or a small convolutional one (CNN) on handwritten digits, in float32. The check moves every parameter up and down by $\\varepsilon$, with a loss for each move, and compares with backpropagation.`,
  kernels: [
    ...['perturbed_loss', 'matmul', 'elementwise', 'elementwise_gradient', 'binary', 'sum'],
    ...['conv2d', 'max_pool', 'layer', 'squared_error'],
  ],
  defaults: (adapter) => ({ samples: adapter === 'hardware' ? 64 : 16 }),
  open: async (stage) => new (await import('./check-at-scale')).CheckAtScale(stage),
});
