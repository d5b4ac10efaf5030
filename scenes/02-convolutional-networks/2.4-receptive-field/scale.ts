import { scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { DEEPEST } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    depth: wholeGiven({ label: 'layers', default: DEEPEST, min: 1, max: DEEPEST }),
    stacks: wholeGiven({
      label: 'random stacks',
      default: 128,
      min: 32,
      max: 512,
      step: 32,
      logarithmic: true,
    }),
  },
  question: 'How much of its field does an output really use, with 3 layers and with 50?',
  intro:
    'The gradient of one output goes back through many stacks of 3 × 3 convolutions, their weights of one size and random sign. Its mean square at each input says how much that input counts: the effective receptive field of Luo, Li, Urtasun and Zemel (2016).',
  kernels: ['conv2d_gradient_input', 'elementwise', 'matmul'],
  defaults: (adapter) => ({ stacks: adapter === 'hardware' ? 256 : 128 }),
  open: async (stage) => new (await import('./field-at-scale')).FieldAtScale(stage),
});
