import { choice, html, numberGiven, scene, vectorGiven, type Role } from '../../../src/author';
import card from './card';
import { code } from './code';
import { neuron } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { range } from './network';
import { view } from './view';

const list = (label: string, role: Role, initial: readonly number[]) =>
  vectorGiven({ label, role, default: initial, maxLength: 8, entries: range, step: 0.1 });

export default scene({
  card,
  params: {
    w: list('w', 'weight', [0.5, -0.3]),
    x: list('x', 'input', [2, 1]),
    b: numberGiven({ label: 'b', role: 'weight', default: 0.1, ...range }),
    activation: choice({
      label: 'activation',
      default: 'sigmoid',
      choices: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU', identity: 'identity' },
    }),
  },
  problem: (given) => html`
    <p>
      A neuron weighs its inputs ${given('x')} with ${given('w')} and has the bias ${given('b')}.
    </p>
    <p>What is its pre-activation, and what does the ${given('activation')} make of it?</p>
  `,
  check: ({ w, x }) =>
    w.length === x.length
      ? []
      : [
          {
            field: 'w',
            message: `has ${w.length} entries and x has ${x.length}; every input needs one weight`,
          },
        ],
  model: neuron,
  answers: ({ z, a }) => [
    { name: 'z', value: z },
    { name: 'a', value: a },
  ],
  solution,
  predictions: () => [
    { answer: 'z', kind: 'number', tex: 'z', label: 'pre-activation' },
    { answer: 'a', kind: 'number', tex: 'a', label: 'activation' },
  ],
  slips,
  vary,
  view,
  scale,
  code,
  notes: {
    hands:
      'The neuron is on where $z > 0$, which ends at a straight line in the plane of its two inputs. The bias goes up by 1: does the line turn, or only move?',
    afterwards:
      'It only moves. The weights alone give the line its direction; the bias shifts it along the weight vector.',
  },
});
