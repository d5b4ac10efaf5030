import { scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    vectors: wholeGiven({
      label: 'documents',
      default: 100_000,
      min: 1000,
      max: 200_000,
      step: 1000,
      logarithmic: true,
    }),
    questions: wholeGiven({ label: 'questions', default: 16, min: 1, max: 64 }),
    pairs: wholeGiven({ label: 'pairs read', default: 300, min: 50, max: 1000, step: 50 }),
  },
  uses: ['shortlist'],
  question: 'How long a shortlist keeps the ten best, and what would it cost to do without one?',
  intro:
    'Documents of 12 words from two topics, drawn at random from our word vectors. The bi-encoder keeps their mean. In place of a cross-encoder stands late interaction (ColBERT’s MaxSim): every word of the question is matched with its nearest in the document.',
  kernels: ['matmul', 'top_k', 'top_k_merge'],
  open: async (stage) => new (await import('./search-at-scale')).SearchAtScale(stage),
});
