import { scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    longest: wholeGiven({
      label: 'contexts up to',
      default: 2 ** 17,
      min: 4096,
      max: 2 ** 17,
      step: 4096,
      logarithmic: true,
    }),
  },
  question:
    'Twice the context: how much longer does one more token take, with and without a cache?',
  intro:
    'One head of width 64. With a cache, the new token meets the keys and values that are kept. Without one, attention is computed again for every token before it. Each time is the shortest of up to three.',
  kernels: ['attention', 'normals'],
  defaults: (adapter) => ({
    longest: { hardware: 2 ** 17, software: 2 ** 13, cpu: 2 ** 14 }[adapter],
  }),
  open: async (stage) => new (await import('./decoding-at-scale')).DecodingAtScale(stage),
});
