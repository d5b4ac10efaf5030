import { scaleFor, textGiven, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { checkAnalogy, checkWord } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    word: textGiven({ label: 'word', default: 'river', maxLength: 30, check: checkWord }),
    analogy: textGiven({
      label: 'analogy: a, b, c',
      default: 'man king woman',
      maxLength: 80,
      check: checkAnalogy,
    }),
    neighbours: wholeGiven({ label: 'neighbours', default: 12, min: 1, max: 20 }),
  },
  question: 'Which words lie nearest to yours, and when does a direction answer an analogy?',
  intro:
    'Vectors of 100 entries for every word that WordNet’s definitions use often enough, trained here. The cosine with all of them is computed, and the largest are chosen. An analogy adds $b - a$ to $c$, each at length 1, and looks for what is nearest.',
  kernels: ['matmul', 'top_k', 'top_k_merge'],
  open: async (stage) => new (await import('./words-at-scale')).WordsAtScale(stage),
});
