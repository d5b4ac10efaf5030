import { choice, proseText, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { views } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    view: choice({ label: 'measured on', default: 'head', choices: views }),
    longest: wholeGiven({
      label: 'contexts up to',
      default: 2 ** 17,
      min: 4096,
      max: 2 ** 17,
      step: 4096,
      logarithmic: true,
    }),
    prompt: proseText('The door of the castle', 'prompt'),
    seed: wholeGiven({ label: 'seed', default: 1, min: 1, max: 999 }),
  },
  question:
    'Twice the context: how much longer does one more token take, with and without a cache?',
  asks: ({ view }) =>
    view === 'text'
      ? 'A network writes on. With the keys and values of the past kept, does it write the same text, and how much work is left?'
      : undefined,
  intro:
    'One head of width 64, or a small trained network of three layers. With a cache, the new token meets the keys and values that are kept. Without one, all is computed again for every token before it. Each time is the shortest of up to three.',
  kernels: [
    'attention',
    'normals',
    'layer',
    'matmul',
    'softmax',
    'layer_norm',
    'embedding',
    'scaled_copy',
  ],
  defaults: (adapter) => ({
    longest: { hardware: 2 ** 17, software: 2 ** 13, cpu: 2 ** 14 }[adapter],
  }),
  idle: ({ view }) => (view === 'text' ? ['longest'] : ['prompt', 'seed']),
  open: async (stage) => (await import('./cache-at-scale')).cacheAtScale(stage),
});
