import { numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

/** So that the first picture stands within a second on a graphics card, else within five. */
const sides = { hardware: 97, software: 25, cpu: 25 } as const;

export const scale = scaleFor<Givens>()({
  params: {
    side: wholeGiven({
      label: 'losses a side',
      default: 97,
      min: 17,
      max: 256,
      logarithmic: true,
    }),
    reach: numberGiven({ label: 'reach', default: 1, min: 0.1, max: 2, step: 0.1 }),
    draw: wholeGiven({ label: 'pair of directions', default: 1, min: 1, max: 99 }),
  },
  question: 'How many valleys lie around a deep network, with skips and without?',
  intro:
    'Two networks of 22 layers learned to read handwritten digits, from the same weights, on the same batches. One has skips. The weights $\\theta$ of each are moved to $\\theta + \\alpha d_1 + \\beta d_2$ along two random directions, in each unit as long as its own weights.',
  kernels: [
    ...['matmul', 'layer', 'layer_norm', 'binary'],
    ...['log_sum_exp', 'cross_entropy', 'sum', 'scaled_copy'],
  ],
  defaults: (adapter) => ({ side: sides[adapter] }),
  open: async (stage) => (await import('./surfaces-at-scale')).SurfacesAtScale.open(stage),
});
