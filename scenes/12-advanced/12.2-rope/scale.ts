import { choice, numberGiven, scaleFor, wholeGiven, type Compute } from '../../../src/author';
import type { Givens } from './model';
import type { Angles } from './settings';

const lengths: Readonly<Record<Compute['adapter'], number>> = {
  hardware: 4096,
  software: 1024,
  cpu: 1024,
};

export const scale = scaleFor<Givens>()({
  params: {
    length: wholeGiven({
      label: 'positions',
      default: 4096,
      min: 16,
      max: 4096,
      step: 16,
      logarithmic: true,
    }),
    base: numberGiven({
      label: 'base',
      default: 10_000,
      min: 2,
      max: 1_000_000,
      step: 1,
      logarithmic: true,
    }),
    first: wholeGiven({ label: 'from position', default: 0, min: 0, max: 2 ** 24, step: 1 }),
    angles: choice<Angles>({
      label: 'angles in',
      default: 'float64',
      choices: { float64: 'float64', float32: 'float32' },
    }),
  },
  question: 'Does a score know only the distance, even at position sixteen million?',
  intro:
    'A head of 64 entries has 32 pairs, each turned at a frequency of its own. The same vector is query and key at every position, so that the score is 1 at distance 0.',
  kernels: ['rope', 'matmul'],
  defaults: (adapter) => ({ length: lengths[adapter] }),
  open: async (stage) => new (await import('./rope-at-scale')).RopeAtScale(stage),
});
