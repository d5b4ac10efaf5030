import { choice, html, numberGiven, scene } from '../../../src/author';
import card from './card';
import { code } from './code';
import type { functions } from './functions';
import { gradientCheck } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { sixDecimals, solution, twoDecimals, twoDigits } from './solution';
import { gradCheck, task } from './task';
import { vary } from './vary';
import { view } from './view';

const names: Record<keyof typeof functions, string> = {
  sin: 'sin w',
  square: 'w²',
  exp: 'eʷ',
  sigmoid: 'sigmoid',
  relu: 'ReLU',
  softplus: 'softplus',
};

const words = { exact: 'exact', undefined: 'undefined at a kink' };

export default scene({
  card,
  params: {
    f: choice({ label: 'f', default: 'sin', choices: names }),
    w: numberGiven({ label: 'w', role: 'input', default: 1, min: -10, max: 10, step: 0.1 }),
    eps: numberGiven({
      label: 'ε',
      role: 'weight',
      default: 0.00001,
      min: 1e-12,
      max: 0.1,
      logarithmic: true,
    }),
  },
  problem: (given) => html`
    <p>
      Somebody has derived the gradient of ${given('f')} by hand. Check it at ${given('w')}: take
      the function on either side, at a distance of ${given('eps')}, and form the central
      difference.
    </p>
    <p>
      What is the derivative, and what the difference? Write the check as a function that works for
      any other function, too.
    </p>
  `,
  model: gradientCheck,
  answers: (model) => [
    { name: 'analytic', value: model.analytic, format: sixDecimals },
    { name: 'central', value: model.central, format: sixDecimals },
    { name: 'forward', value: model.forward, format: sixDecimals, label: 'the forward difference' },
    {
      name: 'central_error',
      value: model.central_error,
      format: twoDigits,
      label: 'its relative error',
    },
    {
      name: 'forward_error',
      value: model.forward_error,
      format: twoDigits,
      label: 'the relative error of the forward difference',
    },
    {
      name: 'order_central',
      value: model.order_central,
      format: twoDecimals,
      label: 'the slope of the central error',
      words,
    },
    {
      name: 'order_forward',
      value: model.order_forward,
      format: twoDecimals,
      label: 'the slope of the forward error',
      words,
    },
    { name: 'code', value: gradCheck, label: 'the check' },
  ],
  solution,
  predictions: (model) => [
    { answer: 'analytic', kind: 'number', tex: "f'(w)", label: 'the derivative' },
    { answer: 'central', kind: 'number', tex: 'n', label: 'the central difference' },
    { answer: 'code', kind: 'code', label: 'the check, in JavaScript', options: task(model) },
  ],
  slips,
  vary,
  view,
  scale,
  code,
  notes: {
    hands:
      'We take $\\varepsilon$ down from $10^{-5}$ to $10^{-12}$. Is the check better or worse?',
    afterwards:
      'Worse: values near $1$ are rounded in their sixteenth digit, and dividing by $10^{-12}$ leaves four digits of the slope. The best step for a central difference is near $10^{-5}$.',
  },
});
