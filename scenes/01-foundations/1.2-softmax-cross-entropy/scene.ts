import { html, scene, vectorGiven, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { crossEntropy, LOGIT } from './model';
import { options, order } from './proof';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

/** As many classes as have room in the picture. */
const MOST = 6;

export default scene({
  card,
  params: {
    logits: vectorGiven({
      label: 'z',
      role: 'input',
      default: [2, 1, 0.1],
      maxLength: MOST,
      entries: LOGIT,
    }),
    target: wholeGiven({ label: 'y', role: 'value', default: 0, min: 0, max: MOST - 1 }),
  },
  problem: (given) => html`
    <p>
      A classifier gives each class a logit, ${given('logits')}. The right class is
      ${given('target')}, counted from 0.
    </p>
    <p>
      Softmax turns the logits into probabilities, and cross-entropy is the loss. Work out both and
      the gradient of the loss with respect to the logits. Then prove its formula.
    </p>
  `,
  check: ({ logits, target }) =>
    target < logits.length
      ? []
      : [
          {
            field: 'target',
            message: `is no class: with ${logits.length === 1 ? 'one logit' : `${logits.length} logits`} the last class is ${logits.length - 1}`,
          },
        ],
  model: crossEntropy,
  answers: ({ p, loss, grad }) => [
    { name: 'p', value: p },
    { name: 'loss', value: loss },
    { name: 'grad', value: grad },
    { name: 'proof', value: order },
  ],
  solution,
  predictions: () => [
    { answer: 'p', kind: 'vector', tex: 'p', label: 'probabilities' },
    { answer: 'loss', kind: 'number', tex: 'L', label: 'loss' },
    { answer: 'grad', kind: 'vector', tex: '\\nabla_z L', label: 'gradient' },
    {
      answer: 'proof',
      kind: 'order',
      label: 'the proof, in order; $\\delta_{iy}$ is 1 where $i = y$ and 0 elsewhere',
      options,
    },
  ],
  slips,
  vary,
  view,
  scale,
  code,
  notes: {
    hands: 'The model is 99 % sure and right. Is the gradient large, small or zero?',
    afterwards:
      'Small, not zero: $0.99 - 1 = -0.01$ at the target, and $0.01$ shared out among the others. It would be zero only at a probability of exactly 1.',
  },
});
