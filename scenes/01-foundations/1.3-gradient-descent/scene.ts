import { choice, html, numberGiven, scene, wholeGiven, type Random } from '../../../src/author';
import card from './card';
import { code } from './code';
import { explain } from './explain';
import { formatOf, gradientDescent, optimizers, ranges, regimes, type Optimizer } from './model';
import { slips, asked } from './slips';
import { solution } from './solution';
import { scale } from './scale';
import { view } from './view';

const position = { ...ranges.position, step: 0.5 };

/** Beyond this the squares on the page would leave the numbers a computer has. */
const LARGEST = 1e150;

/** What only some rules make use of. */
const memory = ['momentum', 'beta1', 'beta2', 'epsilon'] as const;

/** Which givens a rule makes use of. */
const uses: Record<Optimizer, readonly string[]> = {
  sgd: [],
  momentum: ['momentum'],
  nesterov: ['momentum'],
  rmsprop: ['beta2', 'epsilon'],
  adam: ['beta1', 'beta2', 'epsilon'],
};

export default scene({
  card,
  params: {
    c: numberGiven({ label: 'c', role: 'value', default: 3, ...position }),
    w0: numberGiven({ label: 'w0', role: 'weight', default: 0, ...position }),
    lr: numberGiven({ label: 'lr', default: 0.1, ...ranges.lr, step: 0.05 }),
    steps: wholeGiven({ label: 'steps', default: 3, min: 1, max: 200 }),
    optimizer: choice<Optimizer>({ label: 'optimiser', default: 'sgd', choices: optimizers }),
    momentum: numberGiven({ label: 'momentum μ', default: 0.9, min: 0, max: 1, step: 0.05 }),
    beta1: numberGiven({ label: 'β₁', default: 0.9, min: 0, max: 0.9999, step: 0.05 }),
    beta2: numberGiven({ label: 'β₂', default: 0.999, min: 0, max: 0.9999, step: 0.001 }),
    epsilon: numberGiven({
      label: 'ε',
      default: 1e-8,
      min: 1e-12,
      max: 1,
      logarithmic: true,
    }),
  },

  idle: ({ optimizer }) => memory.filter((name) => !uses[optimizer].includes(name)),

  problem(given, { optimizer, steps }) {
    return html`
      <p>
        Gradient descent looks for the bottom of <i>f</i>(<i>w</i>) = (<i>w</i> − <i>c</i>)², where
        ${given('c')}. It begins at ${given('w0')} and goes downhill with learning rate
        ${given('lr')} for ${given('steps')}, by the rule of the ${given('optimizer')}.
      </p>
      <p class="givens">${memory.map((name) => given(name))}</p>
      <p>
        ${
          optimizer === 'sgd'
            ? html`Work out the ${firstFew(steps)}. By what number does every step multiply the
                error <i>w</i> − <i>c</i>? At which point would a step change nothing, and what
                becomes of this run?`
            : `Work out the ${firstFew(steps)}. What the optimiser remembers begins at 0.`
        }
      </p>
    `;
  },

  check(values) {
    const { iterates } = gradientDescent(values);
    const step = iterates.findIndex((w) => !(Math.abs(w) <= LARGEST));
    if (step < 0) return [];
    return [
      {
        field: values.steps > 1 ? 'steps' : 'lr',
        message: `takes w beyond 10¹⁵⁰ at step ${step}, more than can be drawn; take fewer than ${step} steps or a smaller learning rate`,
      },
    ];
  },

  model: gradientDescent,

  answers(model) {
    const positions = model.iterates
      .slice(1)
      .map((value, k) => ({ name: `w${k + 1}`, value, format: formatOf(value) }));
    if (model.optimizer !== 'sgd') return positions;
    return [
      ...positions,
      { name: 'multiplier', value: model.multiplier },
      { name: 'fixed_point', value: model.fixedPoint, format: formatOf(model.fixedPoint) },
      { name: 'regime', value: model.regime, label: 'what becomes of the run' },
    ];
  },

  solution,

  predictions: (model) => [
    ...asked(model).map((k) => ({
      answer: `w${k}`,
      kind: 'number' as const,
      tex: `w_${k}`,
      label: `w after step ${k}`,
    })),
    ...(model.optimizer === 'sgd'
      ? [
          { answer: 'multiplier', kind: 'number' as const, tex: 'm', label: 'multiplier' },
          {
            answer: 'fixed_point',
            kind: 'number' as const,
            tex: 'w^{\\ast}',
            label: 'fixed point',
          },
          {
            answer: 'regime',
            kind: 'choice' as const,
            tex: '\\text{the run}',
            label: 'what becomes of the run',
            choices: Object.fromEntries(regimes.map((name) => [name, name])),
          },
        ]
      : []),
  ],

  slips,
  vary,
  view,
  explain,
  scale,
  code,
  notes: {
    hands: 'With a learning rate of 0.9, does the run still get to the bottom? And with 1.0?',
    afterwards:
      'At 0.9 it does: the multiplier is $-0.8$, so every step crosses the bottom and still ends nearer. At 1.0 it is $-1$, and the run jumps between two positions for ever.',
  },
});

const firstFew = (steps: number): string =>
  steps === 1 ? 'first iterate' : `first ${steps === 2 ? 'two' : 'three'} iterates`;

/** Learning rates with short powers, at which no slip about the factor 2 comes out right. */
const RATES = [0.05, 0.1, 0.15, 0.2, 0.3, 0.35, 0.4, 0.6, 0.7, 0.8, 0.9, 1.1];

/** A start, another bottom, and a learning rate whose powers have three decimals. */
function vary(random: Random) {
  const lr = random.pick(RATES);
  const w0 = random.integer(-6, 6);
  const away = random.integer(2, 6) * random.pick([-1, 1]);
  return { c: w0 + away, w0, lr };
}
