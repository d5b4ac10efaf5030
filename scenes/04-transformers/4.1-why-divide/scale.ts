import { scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    pairs: wholeGiven({
      label: 'pairs',
      default: 2 ** 22,
      min: 4096,
      max: 2 ** 22,
      step: 4096,
      logarithmic: true,
    }),
  },
  question: 'Four times the width: how much larger is a typical score?',
  intro:
    'For each width $d_k$, pairs of normal vectors are drawn, multiplied and binned on the device. Nothing of a pair is kept but its dot product. The band marks a typical score: one standard deviation.',
  kernels: ['dot_products', 'histogram', 'norm'],
  defaults: (adapter) => ({
    pairs: { hardware: 2 ** 22, software: 2 ** 15, cpu: 2 ** 14 }[adapter],
  }),
  open: async (stage) => new (await import('./scores-at-scale')).ScoresAtScale(stage),
});
