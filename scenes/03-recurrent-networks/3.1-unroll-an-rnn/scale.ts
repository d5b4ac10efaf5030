import { PROSE_SIZE, proseText, scaleFor } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    text: proseText(
      '"You have been reading again, Catherine," said Henry. She blushed. "It was only a chapter. The door of the old castle stood open, and nobody came." He laughed, and they walked on together.',
    ),
  },
  question:
    'A trained network guesses every next character before it reads it. Where in a word is it surprised the most?',
  intro: `256 recurrent units read your text: their states $h_t$ are made from $h_{t-1}$ and one character, as by hand. From $h_t$ a probability $p$ follows for each of ${PROSE_SIZE} characters to come. The surprise is $-\\log_2 p$ of the one that came, in bits. The weights were learned from Northanger Abbey, a novel.`,
  kernels: ['embedding', 'rnn', 'layer', 'softmax'],
  open: async (stage) => new (await import('./reading-at-scale')).ReadingAtScale(stage),
});
