import { scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    count: wholeGiven({
      label: 'tokens',
      default: 2 ** 24,
      min: 4096,
      max: 2 ** 24,
      step: 4096,
      logarithmic: true,
    }),
  },
  uses: ['mask_rate', 'mask', 'random', 'keep'],
  question: 'How far from its expectation is a count: among a thousand tokens, among millions?',
  intro:
    'Every token draws its own fate from a counter-based generator, so a draw is the same on every device. The counts are whole numbers. The rate, the split and the draw are those set by hand.',
  kernels: ['categorical_counts'],
  defaults: (adapter) => (adapter === 'hardware' ? {} : { count: 2 ** 22 }),
  open: async (stage) => new (await import('./counts-at-scale')).CountsAtScale(stage),
});
