import { numberGiven, scaleFor, wholeGiven, type Compute } from '../../../src/author';
import type { Givens } from './model';

const lengths: Readonly<Record<Compute['adapter'], number>> = {
  hardware: 2048,
  software: 1024,
  cpu: 2048,
};

export const scale = scaleFor<Givens>()({
  params: {
    length: wholeGiven({
      label: 'positions',
      default: 2048,
      min: 16,
      max: 2048,
      step: 16,
      logarithmic: true,
    }),
    width: wholeGiven({ label: 'width', default: 64, min: 2, max: 512, step: 2 }),
    base: numberGiven({
      label: 'base',
      default: 10_000,
      min: 2,
      max: 1_000_000,
      step: 1,
      logarithmic: true,
    }),
  },
  question: 'Does it matter where two positions stand, or only how far apart they are?',
  intro:
    'The sinusoidal table has a row of sines and cosines for each position. Every row is multiplied by every other: 1 is the same row, 0 is unrelated.',
  kernels: ['matmul'],
  defaults: (adapter) => ({ length: lengths[adapter] }),
  check: ({ width }) =>
    width % 2 === 0
      ? []
      : [{ field: 'width', message: 'must be even: sines and cosines in pairs' }],
  open: async (stage) => new (await import('./similarity-at-scale')).SimilarityAtScale(stage),
});
