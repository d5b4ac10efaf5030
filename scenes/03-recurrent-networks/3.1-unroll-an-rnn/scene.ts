import { html, numberGiven, scene, vectorGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { describe } from './describe';
import { unroll } from './model';
import { scale } from './scale';
import { asked, slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

/** Beyond these tanh is flat to the last digit. */
const range = { min: -1000, max: 1000 };

const weight = (label: string, initial: number) =>
  numberGiven({ label, phrase: true, role: 'weight', default: initial, ...range, step: 0.1 });

export default scene({
  card,
  params: {
    w_xh: weight('input weight', 0.5),
    w_hh: weight('recurrent weight', 0.8),
    b_h: weight('bias', 0.1),
    w_hy: weight('output weight', 2),
    b_y: weight('output bias', -0.5),
    h0: numberGiven({ label: 'h0', role: 'activation', default: 0, ...range, step: 0.1 }),
    x: vectorGiven({
      label: 'x',
      role: 'input',
      default: [1, 2],
      maxLength: 20,
      entries: range,
      step: 0.5,
    }),
  },
  problem: (given, { x }) => html`
    <p>
      A recurrent unit with tanh reads ${given('x')}, one number at each step. Its state begins at
      ${given('h0')}. It has the ${given('w_xh')}, the ${given('w_hh')} and the ${given('b_h')}.
    </p>
    <p>
      After ${x.length === 1 ? 'the step' : 'the last step'} the state is read off linearly, with
      the ${given('w_hy')} and the ${given('b_y')}. Work out the hidden states
      <i>h</i><sub>1</sub>, <i>h</i><sub>2</sub>, … and the output <i>y</i>.
    </p>
  `,
  model: unroll,
  answers: ({ h, y }) => [
    ...h.slice(1).map((value, i) => ({
      name: `h${i + 1}`,
      value,
      label: `state after step ${i + 1}`,
    })),
    { name: 'y', value: y },
  ],
  solution,
  predictions: (model) => [
    ...asked(model).map((t) => ({
      answer: `h${t}`,
      kind: 'number',
      tex: `h_${t}`,
      label: `state after step ${t}`,
    })),
    { answer: 'y', kind: 'number', tex: 'y', label: 'output after the last step' },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands: 'Feed a third, huge input. What can the state $h_3$ not exceed?',
    afterwards:
      'It cannot exceed 1, since $\\tanh$ never does. The unit saturates: it no longer tells a large input from a huge one.',
  },
});
