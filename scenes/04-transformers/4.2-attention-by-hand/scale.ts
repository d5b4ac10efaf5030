import { choice, headGivens, proseText, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { views } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    view: choice({ label: 'map of', default: 'tokens', choices: views }),
    length: wholeGiven({
      label: 'tokens',
      default: 1024,
      min: 256,
      max: 8192,
      step: 256,
      logarithmic: true,
    }),
    text: proseText('She saw the old man.'),
    ...headGivens(3, 3),
  },
  uses: ['causal'],
  question: 'What makes the bright blocks, and what makes the stripes?',
  asks: ({ view }) =>
    view === 'text'
      ? 'Distance alone would favour the nearest characters. Which does this learned head look for instead?'
      : undefined,
  intro:
    'One head, over a long text or over yours. The vectors of the long text are drawn at random, and its table of weights never exists in memory: what is in view is computed as you pan and zoom. Your own text is read by a small transformer, trained on Northanger Abbey, a novel.',
  kernels: [
    ...['attention', 'attention_tile', 'embedding', 'layer_norm', 'layer', 'swap_axes'],
    ...['matmul', 'binary', 'softmax'],
  ],
  defaults: (adapter) => ({ length: adapter === 'hardware' ? 4096 : 1024 }),
  idle: ({ view }) => (view === 'text' ? ['length'] : ['text', 'layer', 'head']),
  open: async (stage) => (await import('./attention-at-scale')).attentionAtScale(stage),
});
