import {
  choice,
  html,
  numberGiven,
  scene,
  vectorGiven,
  type Role,
  type Vector,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { describe } from './describe';
import { lstm } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { variesFrom } from './vary';
import { view } from './view';

const gate = (label: string, initial: number) =>
  numberGiven({
    label,
    phrase: true,
    role: 'activation',
    default: initial,
    ...{ min: 0, max: 1, step: 0.05 },
  });

const range = { min: -1000, max: 1000 };

/** One number for each of f, i, c̃ and o. */
const four = (label: string, role: Role, initial: Vector) =>
  vectorGiven({
    label,
    role,
    default: initial,
    ...{ minLength: 4, maxLength: 4, entries: range, step: 0.1 },
  });

const params = {
  f: gate('forget gate', 0.9),
  i: gate('input gate', 0.4),
  c_tilde: numberGiven({
    label: 'candidate',
    phrase: true,
    role: 'activation',
    default: 0.5,
    ...{ min: -1, max: 1, step: 0.05 },
  }),
  c_prev: numberGiven({
    label: 'cell',
    role: 'activation',
    phrase: true,
    default: 2,
    ...range,
    step: 0.1,
  }),
  o: gate('output gate', 0.7),
  gates: choice<'given' | 'computed'>({
    label: 'gates',
    default: 'given',
    choices: { given: 'are given', computed: 'are computed' },
  }),
  x: numberGiven({ label: 'x', role: 'input', default: 1, ...range, step: 0.1 }),
  h_prev: numberGiven({
    label: 'last state',
    phrase: true,
    role: 'activation',
    default: 0.5,
    ...{ min: -1, max: 1, step: 0.1 },
  }),
  // With these the computed gates are close to the given ones.
  w: four('w', 'weight', [0.5, -0.5, 0.4, 0.5]),
  u: four('u', 'weight', [1, 0.6, 0.3, 0.4]),
  b: four('b', 'weight', [1.2, -0.2, 0, 0.15]),
};

const HAND = ['f', 'i', 'c_tilde', 'o'] as const;
const PARAMETERS = ['x', 'h_prev', 'w', 'u', 'b'] as const;

export default scene({
  card,
  params,
  idle: ({ gates }) => (gates === 'given' ? PARAMETERS : HAND),
  problem: (given, { gates }) => html`
    <p>An LSTM unit holds the ${given('c_prev')} from the step before. Its ${given('gates')}.</p>
    <p ?hidden=${gates === 'computed'}>
      They are the ${given('f')}, the ${given('i')} and the ${given('o')}. The unit could write the
      ${given('c_tilde')}.
    </p>
    <div ?hidden=${gates === 'given'}>
      <p>
        It reads ${given('x')} and its ${given('h_prev')}. They are weighed by <i>w</i> and
        <i>u</i>, and <i>b</i> has the biases, each for forget gate, input gate, candidate and
        output gate.
      </p>
      <p class="givens">${given('w')} ${given('u')} ${given('b')}</p>
    </div>
    <p>What is the new cell, and which hidden state does the unit show?</p>
  `,
  model: lstm,
  answers: ({ c, h }) => [
    { name: 'c', value: c },
    { name: 'h', value: h },
  ],
  solution,
  predictions: () => [
    { answer: 'c', kind: 'number', tex: 'c_t', label: 'new cell' },
    { answer: 'h', kind: 'number', tex: 'h_t', label: 'hidden state' },
  ],
  slips,
  vary: variesFrom({
    gates: 'given',
    x: params.x.default,
    h_prev: params.h_prev.default,
    w: params.w.default,
    u: params.u.default,
    b: params.b.default,
  }),
  view,
  describe,
  scale,
  code,
  notes: {
    hands: 'Set $f = 1$ and $i = 0$. What does the cell hold after 1,000 steps?',
    afterwards:
      'What it held at the start: nothing is lost and nothing is written, whatever came in. The output gate alone decides whether it shows.',
  },
});
