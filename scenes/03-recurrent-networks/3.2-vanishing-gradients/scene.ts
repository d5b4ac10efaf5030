import {
  html,
  numberGiven,
  scene,
  showValue,
  significant,
  wholeGiven,
  type Random,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { explain } from './explain';
import { ranges, vanishing, verdictOf, verdicts, type Model } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution, threeDigits } from './solution';
import { view } from './view';

export default scene({
  card,
  params: {
    w_norm: numberGiven({
      label: 'norm of W',
      role: 'weight',
      default: 0.9,
      ...ranges.w_norm,
      step: 0.05,
    }),
    tanh_prime: numberGiven({
      label: 'slope of tanh',
      role: 'activation',
      default: 0.5,
      ...ranges.tanh_prime,
      step: 0.05,
    }),
    steps: wholeGiven({ label: 'T', default: 20, ...ranges.steps }),
  },

  problem: (given) => html`
    <p>
      A recurrent network is trained by sending a gradient back through time. Its recurrent weights
      stretch a vector by at most ${given('w_norm')}, and its tanh units work where the slope is
      ${given('tanh_prime')}.
    </p>
    <p>
      By what factor <i>γ</i> does one step back multiply the gradient at most? What is left of it
      after ${given('steps')} steps, to three digits, and what does that prove?
    </p>
  `,

  model: vanishing,

  answers: ({ factor, after, verdict, half_life }) => [
    { name: 'factor', value: factor },
    { name: 'after', value: after, format: threeDigits },
    { name: 'verdict', value: verdict, words: verdicts },
    ...(half_life === undefined
      ? []
      : [{ name: 'half_life', label: 'half-life', value: half_life, unit: 'steps' }]),
  ],

  solution,

  predictions: ({ steps }) => [
    { answer: 'factor', kind: 'number', tex: '\\gamma', label: 'factor of one step back' },
    {
      answer: 'after',
      kind: 'number',
      tex: `\\gamma^{${steps}}`,
      label: `left after ${steps} steps`,
    },
    {
      answer: 'verdict',
      kind: 'choice',
      tex: '\\text{the gradient}',
      label: 'what the bound means for the gradient',
      choices: verdicts,
    },
  ],

  slips,
  vary,
  view,
  explain,
  scale,
  code,
  notes: {
    hands:
      'With $\\lVert W\\rVert = 2.2$ and a slope of 0.5, is it safe to say that the gradient explodes?',
    afterwards:
      'No. The bound is multiplied by 1.1 at every step, but it is only an upper bound. The gradient can explode, and it may also vanish underneath. Below 1 the bound proves something; above 1 it does not.',
  },
});

/** Decimals in steps of 0.1 whose answers keep apart from every slip. */
function vary(random: Random) {
  for (;;) {
    const givens = {
      w_norm: random.grid(0.5, 3, 0.1),
      tanh_prime: random.grid(0.2, 0.9, 0.1),
      steps: random.pick([5, 8, 10, 12, 15, 20, 25, 30]),
    };
    if (readsWell(vanishing(givens))) return givens;
  }
}

/** Neither out of sight nor next to 1, and no slip that looks right. */
function readsWell(model: Model): boolean {
  const { factor, after } = model;
  const text = (value: number): string => showValue(value, significant(2));
  const wrong = slips.flatMap(({ field, value }) => {
    const x = value(model);
    return typeof x === 'number' ? [{ field, x }] : [];
  });
  return (
    after > 1e-15 &&
    after < 1e5 &&
    Math.abs(factor - 1) > 0.03 &&
    verdictOf(factor) !== 'holds' &&
    wrong.every(({ field, x }) => text(x) !== text(field === 'factor' ? factor : after))
  );
}
