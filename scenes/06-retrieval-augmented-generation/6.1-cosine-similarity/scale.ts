import { scaleFor, textGiven, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { checkAnalogy, checkWord } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    word: textGiven({ label: 'word', default: 'river', maxLength: 30, check: checkWord }),
    analogy: textGiven({
      label: 'analogy: a, b, c',
      default: 'brother sister king',
      maxLength: 80,
      check: checkAnalogy,
    }),
    neighbours: wholeGiven({ label: 'nearest words', default: 12, min: 1, max: 20 }),
  },
  question: 'Which words lie nearest to yours, and when does a direction answer an analogy?',
  intro:
    'Every word that is frequent enough in WordNet, a dictionary, has a vector of length 1. The cosines of yours with all of them are computed, and the largest are chosen. An analogy, $a$ is to $b$ as $c$ is to what, is answered by the word nearest to $c + b - a$.',
  kernels: ['matmul', 'top_k', 'top_k_merge'],
  open: async (stage) => new (await import('./words-at-scale')).WordsAtScale(stage),
});
