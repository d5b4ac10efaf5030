import { numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    count: wholeGiven({
      label: 'scores',
      default: 1048576,
      min: 1024,
      max: 16777216,
      step: 1024,
      logarithmic: true,
    }),
    tile: wholeGiven({
      label: 'tile',
      default: 256,
      min: 16,
      max: 4096,
      step: 16,
      logarithmic: true,
    }),
    spread: numberGiven({
      label: 'spread',
      default: 20,
      min: 0.1,
      max: 200,
      step: 0.5,
      logarithmic: true,
    }),
  },
  question: 'Where does the naive sum overflow, and by how much is the online one off?',
  intro:
    'Every tile of scores leaves its $m$ and $\\ell$, and a tree merges them, 16 into 1. A naive sum overflows once a score passes 88.7; lower the spread and it fits. Play walks the tiles of flash attention.',
  kernels: ['online_softmax', 'online_softmax_merge', 'naive_softmax', 'sum_groups'],
  defaults: (adapter) => ({ count: adapter === 'hardware' ? 2 ** 22 : 2 ** 20 }),
  open: async (stage) => new (await import('./softmax-at-scale')).SoftmaxAtScale(stage),
});
