import { numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { DESCENTS, NETWORK, SQUARE } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    limit: numberGiven({
      label: 'clipped at',
      role: 'weight',
      default: 0.5,
      min: 0.01,
      max: 100,
      logarithmic: true,
    }),
    lr: numberGiven({
      label: 'learning rate',
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
  question: `How many of ${DESCENTS.toLocaleString('en')} descents does clipping save?`,
  intro: `The loss of a network of one unit over its weight $w$ and its bias $b$: $h_t = \\sigma(w\\,h_{t-1} + b)$, ${NETWORK.horizon} times from ${NETWORK.start}; ${NETWORK.wanted} is wanted.`,
  kernels: ['rnn_descent'],
  defaults: (adapter) => ({ side: adapter === 'hardware' ? 512 : 192 }),
  open: async (stage) => (await import('./cliff-at-scale')).CliffAtScale.open(stage),
});
