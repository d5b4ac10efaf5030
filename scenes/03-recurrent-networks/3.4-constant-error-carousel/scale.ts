import { numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { OPENS, SYMBOLS } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    delay: wholeGiven({ label: 'delays up to', default: 40, min: 10, max: 80, step: 10 }),
    delays: wholeGiven({ label: 'delays tried', default: 8, min: 1, max: 10 }),
    hidden: wholeGiven({ label: 'units', default: 32, min: 4, max: 64, step: 4 }),
    forget_bias: numberGiven({
      label: 'forget bias at first',
      role: 'activation',
      default: 3,
      min: -2,
      max: 6,
      step: 0.5,
    }),
    lr: numberGiven({
      label: 'learning rate',
      default: 0.003,
      min: 0.001,
      max: 0.1,
      logarithmic: true,
    }),
    seed: wholeGiven({ label: 'seed', default: 1, min: 1, max: 999 }),
  },
  question:
    'One symbol, a delay of blanks, then: which was it? How long a delay can each network learn to bridge?',
  intro: `A plain recurrent network and an LSTM for each delay, trained on all ${SYMBOLS} symbols. ${OPENS} steps are taken when the picture opens; play goes on. The givens by hand play no part here.`,
  kernels: [
    ...['rnn', 'rnn_gradient', 'lstm', 'lstm_gradient', 'embedding', 'embedding_gradient'],
    ...['layer', 'layer_gradient', 'matmul', 'cross_entropy', 'clip_norm', 'optimizer'],
  ],
  defaults: (adapter) => ({ delays: adapter === 'software' ? 4 : 8 }),
  open: async (stage) => new (await import('./recall-at-scale')).RecallAtScale(stage),
});
