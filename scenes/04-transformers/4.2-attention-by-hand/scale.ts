import { scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    length: wholeGiven({
      label: 'tokens',
      default: 1024,
      min: 256,
      max: 8192,
      step: 256,
      logarithmic: true,
    }),
  },
  question: 'What makes the bright blocks, and what makes the stripes?',
  intro:
    'One head over a long text. The table of weights never exists in memory: what is in view is computed as you pan and zoom. The token vectors are drawn at random, not learned: what learned heads do on a text of your own is seen in exercise 4.4, At scale.',
  kernels: ['attention', 'attention_tile'],
  defaults: (adapter) => ({ length: adapter === 'hardware' ? 4096 : 1024 }),
  open: async (stage) => new (await import('./attention-at-scale')).AttentionAtScale(stage),
});
