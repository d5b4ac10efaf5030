import { decimals, html, numberGiven, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { describe } from './describe';
import { formatOf, residual } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

/** How a gradient at the output comes back to the input of a block with a skip. */
const backward = {
  added: "$\\dfrac{\\partial L}{\\partial x} = \\dfrac{\\partial L}{\\partial y}\\,(F'(x) + 1)$",
  multiplied:
    "$\\dfrac{\\partial L}{\\partial x} = \\dfrac{\\partial L}{\\partial y}\\cdot F'(x)\\cdot 1$",
  plain: "$\\dfrac{\\partial L}{\\partial x} = \\dfrac{\\partial L}{\\partial y}\\cdot F'(x)$",
  shifted:
    "$\\dfrac{\\partial L}{\\partial x} = \\dfrac{\\partial L}{\\partial y} + F'(x)\\cdot x$",
};

export default scene({
  card,
  params: {
    f_prime: numberGiven({
      label: 'derivative of F',
      role: 'weight',
      default: 0,
      ...{ min: -3, max: 3, step: 0.1 },
    }),
    depth: wholeGiven({ label: 'a depth of', phrase: true, default: 20, min: 1, max: 200 }),
    upstream: numberGiven({
      label: 'gradient at the output',
      role: 'gradient',
      default: 1,
      ...{ min: -1000, max: 1000, step: 0.5 },
    }),
  },
  problem: (given) => html`
    <p>
      A residual block computes <i>y</i> = <i>F</i>(<i>x</i>) + <i>x</i>; a plain one has no
      <i>x</i> added. The ${given('f_prime')}, and the ${given('upstream')}.
    </p>
    <p>
      How does the gradient come back to <i>x</i>? What is left of it after one block, and after
      ${given('depth')} blocks, with and without the skip?
    </p>
  `,
  model: residual,
  answers: (model) => [
    { name: 'backward', value: 'added', words: backward },
    ...(['grad_plain', 'grad_residual', 'plain_after', 'residual_after'] as const).map((name) => ({
      name,
      value: model[name],
      format: name === 'grad_residual' ? decimals(3) : formatOf(model[name]),
    })),
  ],
  solution,
  predictions: ({ depth }) => [
    {
      answer: 'backward',
      kind: 'sentences',
      label: 'how the gradient comes back to x',
      choices: backward,
    },
    {
      answer: 'grad_plain',
      kind: 'number',
      tex: 'g_{\\text{plain}}',
      label: 'after a plain block',
    },
    { answer: 'grad_residual', kind: 'number', tex: 'g_{\\text{res}}', label: 'with a skip' },
    {
      answer: 'plain_after',
      kind: 'number',
      tex: `g_{\\text{plain}}^{(${depth})}`,
      label: `after ${depth} plain blocks`,
    },
    {
      answer: 'residual_after',
      kind: 'number',
      tex: `g_{\\text{res}}^{(${depth})}`,
      label: `after ${depth} with skips`,
    },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands: "With $F' = 0.1$ in 20 blocks with skips, does the gradient stay 1? And with $F' = -1$?",
    afterwards:
      'With 0.1 it grows: $1.1^{20} \\approx 6.7$. With $-1$ the block cancels its skip, and nothing is left after the first.',
  },
});
