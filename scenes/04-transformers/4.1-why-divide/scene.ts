import { boolean, html, integer, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { WIDEST } from './draws';
import { scoring } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

const choices = {
  saturates: 'One key takes nearly all the weight, and the gradient vanishes.',
  mean: 'The mean of the scores grows, and all weights with it.',
  uniform: 'The scores shrink, and all weights become equal.',
  overflow: 'The exponentials overflow, and the weights are no numbers.',
};

export default scene({
  card,
  params: {
    d_k: wholeGiven({
      label: 'd_k',
      default: 64,
      min: 1,
      max: WIDEST,
      logarithmic: true,
    }),
    scaled: boolean({ label: 'divide the scores', default: true }),
  },
  problem: (given) => html`
    <p>
      The entries of a query <i>q</i> and a key <i>k</i> are independent, with mean 0 and variance
      1. Both have ${given('d_k')} entries. Their dot product is the score that attention passes to
      a softmax. ${given('scaled')}
    </p>
    <p>
      What are the variance and the standard deviation of <i>q</i> · <i>k</i>? By what are the
      scores divided, and what breaks on wide keys without it?
    </p>
  `,
  model: scoring,
  answers: ({ variance, std, scale, breaks }) => [
    { name: 'variance', value: variance, format: integer },
    { name: 'std', value: std },
    { name: 'scale', value: scale },
    { name: 'breaks', value: breaks, words: choices },
  ],
  solution,
  predictions: () => [
    {
      answer: 'variance',
      kind: 'number',
      tex: '\\operatorname{Var}[q\\cdot k]',
      label: 'variance of a score',
    },
    { answer: 'std', kind: 'number', tex: '\\sigma', label: 'standard deviation of a score' },
    { answer: 'scale', kind: 'number', tex: 'c', label: 'what the scores are divided by' },
    {
      answer: 'breaks',
      kind: 'sentences',
      label: 'what breaks without it',
      choices,
    },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands: '$d_k$ becomes four times as large. How much larger is a typical score?',
    afterwards:
      'Twice as large. The variance becomes four times as large, and a typical score is its root. Dividing by $\\sqrt{d_k}$ takes out just that.',
  },
});
