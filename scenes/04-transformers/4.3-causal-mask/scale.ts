import { numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    lr: numberGiven({
      label: 'learning rate',
      default: 0.01,
      min: 0.0003,
      max: 0.1,
      logarithmic: true,
    }),
    first: wholeGiven({ label: 'steps at first', default: 120, min: 20, max: 240, step: 20 }),
    seed: wholeGiven({ label: 'seed', default: 1, min: 1, max: 999 }),
  },
  question:
    'Two transformers learn from one novel, one without the mask. Which has the lower loss, and which can write?',
  intro:
    'Both begin with the same weights and read the same pieces of Northanger Abbey. At every position they predict the next character. Only the mask differs. Play goes on from the first steps. The givens by hand play no part here.',
  kernels: [
    ...['embedding', 'embedding_gradient', 'layer_norm', 'layer_norm_gradient', 'layer'],
    ...['layer_gradient', 'matmul', 'swap_axes', 'binary', 'softmax', 'softmax_gradient'],
    ...['cross_entropy', 'clip_norm', 'optimizer', 'sample_windows'],
  ],
  // Many small calls: a software adapter takes longest over them.
  defaults: (adapter) => ({ first: adapter === 'software' ? 20 : 120 }),
  open: async (stage) => new (await import('./mask-at-scale')).MaskAtScale(stage),
});
