import { choice, numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { DESCENTS, LENGTH, NETWORK, SQUARE, views } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    view: choice({ label: 'view', default: 'training', choices: views }),
    limit: numberGiven({
      label: 'clipped at',
      role: 'weight',
      default: 0.5,
      min: 0.01,
      max: 100,
      logarithmic: true,
    }),
    rate: numberGiven({
      label: 'learning rate',
      default: 0.1,
      min: 0.001,
      max: 1,
      logarithmic: true,
    }),
    seed: wholeGiven({ label: 'seed', default: 1, min: 1, max: 999 }),
    lr: numberGiven({
      label: 'rate on the cliff',
      default: 2,
      min: 0.01,
      max: 100,
      logarithmic: true,
    }),
    w: numberGiven({
      label: 'start at w',
      default: 4.7,
      min: SQUARE.left,
      max: SQUARE.right,
      step: 0.1,
    }),
    b: numberGiven({
      label: 'and b',
      default: -1.7,
      min: SQUARE.bottom,
      max: SQUARE.top,
      step: 0.1,
    }),
    side: wholeGiven({
      label: 'points a side',
      default: 192,
      min: 32,
      max: 512,
      logarithmic: true,
    }),
  },
  question: `Without clipping, at which step does the training break? On the cliff, how many of ${DESCENTS.toLocaleString('en')} descents does clipping save?`,
  intro: `A plain recurrent network learns to add two marked ones of ${LENGTH} numbers, with clipping and without, from the same weights. The cliff is the loss of one unit over its weight $w$ and its bias $b$: $h_t = \\sigma(w\\,h_{t-1} + b)$, ${NETWORK.horizon} times from ${NETWORK.start}; ${NETWORK.wanted} is wanted.`,
  kernels: ['rnn', 'rnn_gradient', 'layer', 'layer_gradient', 'clip_norm', 'rnn_descent'],
  idle: ({ view }) => (view === 'cliff' ? ['rate', 'seed'] : ['lr', 'w', 'b', 'side']),
  defaults: (adapter) => ({ side: adapter === 'hardware' ? 512 : 192 }),
  open: async (stage) => (await import('./clipping-at-scale')).clippingAtScale(stage),
});
