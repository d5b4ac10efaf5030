import { choice, html, numberGiven, scene, vectorGiven, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { carousel } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution, twoDigits } from './solution';
import { vary } from './vary';
import { view } from './view';

const share = { min: 0, max: 1 };

export default scene({
  card,
  params: {
    gate: choice({
      label: 'forget gate',
      default: 'constant',
      choices: { constant: 'the same at every step', drawn: 'drawn by hand' },
    }),
    f: numberGiven({ label: 'f', role: 'activation', default: 0.99, ...share, step: 0.01 }),
    rnn_factor: numberGiven({
      label: 'factor r',
      role: 'gradient',
      default: 0.45,
      min: 0,
      max: 2,
      step: 0.05,
    }),
    steps: wholeGiven({ label: 'steps', default: 100, min: 1, max: 400 }),
    forget_curve: vectorGiven({
      label: 'drawn gates',
      role: 'activation',
      default: [0.99, 0.99, 0.5, 0.99, 0.99],
      maxLength: 400,
      entries: share,
      step: 0.01,
    }),
  },
  idle: ({ gate }) => (gate === 'constant' ? ['forget_curve'] : ['f', 'steps']),
  problem: (given) => html`
    <p>
      A gradient travels back along the cell of an LSTM for ${given('steps')}, through a
      ${given('gate')}, which is ${given('f')}. A plain recurrent network leaves the
      ${given('rnn_factor')} of it at each step.
    </p>
    <p>What is left of the gradient in each, and why?</p>
    <p>${given('forget_curve')}</p>
  `,
  model: carousel,
  answers: ({ lstm_after, rnn_after }) => [
    { name: 'lstm_after', value: lstm_after },
    { name: 'rnn_after', value: rnn_after, format: twoDigits },
  ],
  solution,
  predictions: () => [
    { answer: 'lstm_after', kind: 'number', tex: 'L_T', label: 'left in the LSTM' },
    { answer: 'rnn_after', kind: 'number', tex: 'R_T', label: 'left in the plain network' },
  ],
  slips,
  vary,
  view,
  scale,
  code,
  notes: {
    hands: 'After how many steps has a gate of 0.99 lost half of the gradient?',
    afterwards:
      'After 69, since $0.99^{69} \\approx 0.5$. A plain network with a factor of 0.45 has lost more than half after one.',
  },
});
