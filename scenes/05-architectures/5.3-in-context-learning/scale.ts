import { scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './task';

export const scale = scaleFor<Givens>()({
  params: {
    tasks: wholeGiven({
      label: 'tasks',
      default: 4096,
      min: 256,
      max: 4096,
      step: 256,
      logarithmic: true,
    }),
  },
  question: 'No weight moves. How many pairs until it answers as well as regression?',
  intro:
    'Four layers of linear attention, trained once on prompts of 8 to 32 pairs. Each task here is new to them: $y=w\\cdot x$ for four inputs, with noise of 0.1 in the pairs. Ridge regression fits every task anew. The classifier has the same labels as by hand.',
  kernels: ['matmul', 'binary'],
  defaults: (adapter) => (adapter === 'hardware' ? {} : { tasks: 1024 }),
  open: async (stage) => new (await import('./learning-at-scale')).LearningAtScale(stage),
});
