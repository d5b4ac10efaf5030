import { HEADS, headGivens, LAYERS, proseText, scaleFor } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    text: proseText('She opened the door of the old castle, and the old door creaked.'),
    ...headGivens(3, 3),
  },
  question:
    'Every head gives its weight to the characters so far. Which one looks most at the character just before, and which looks furthest back?',
  intro: `A small trained transformer reads your text: ${LAYERS} layers of ${HEADS} heads. No character sees what follows it. Distance lowers the scores of head 1 most and those of head ${HEADS} least: that is built in. All else was learned from Northanger Abbey, a novel.`,
  kernels: ['embedding', 'layer_norm', 'layer', 'swap_axes', 'matmul', 'binary', 'softmax'],
  open: async (stage) => new (await import('./heads-at-scale')).HeadsAtScale(stage),
});
