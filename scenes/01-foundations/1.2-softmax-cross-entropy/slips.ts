import type { Slip, Vector } from '../../../src/author';
import type { Model } from './model';

const total = (list: Vector): number => list.reduce((sum, x) => sum + x, 0);

/** The logits divided by their sum, where that is not 0. */
function divided({ logits }: Model): Vector | undefined {
  const sum = total(logits);
  return sum === 0 ? undefined : logits.map((z) => z / sum);
}

const DIVIDED =
  'The logits were divided by their sum. Softmax takes the exponential of each first, so that none is negative.';

export const slips: readonly Slip<Model>[] = [
  { field: 'p', value: divided, hint: DIVIDED, highlights: ['logits'] },
  {
    field: 'p',
    value: ({ logits }) => logits.map(Math.exp),
    hint: 'These are the exponentials. Divide each by the sum of all, so that they sum to 1.',
    highlights: ['logits'],
  },
  {
    field: 'loss',
    value: ({ p, target }) => 1 - p[target],
    hint: 'This is one minus the probability of the target. Cross-entropy takes a logarithm.',
  },
  {
    field: 'loss',
    value: ({ p, target }) => -Math.log10(p[target]),
    hint: 'This is the logarithm to base 10. The loss is measured with the natural one.',
  },
  {
    field: 'loss',
    value: ({ p, target }) => Math.log(p[target]),
    hint: 'The sign is missing. The logarithm of a probability is negative, and a loss is not.',
  },
  {
    field: 'grad',
    value: ({ grad }) => grad.map((g) => -g),
    hint: 'This points downhill: the sign is flipped. The gradient points where the loss grows.',
    highlights: ['p'],
  },
  {
    field: 'grad',
    value: ({ onehot, slope }) => onehot.map((e) => e * slope),
    hint: 'The Jacobian of the softmax was forgotten. Every logit moves the probability of the target, not its own alone.',
    highlights: ['p', 'jacobian'],
  },
  {
    field: 'grad',
    value: ({ p }) => p,
    hint: 'These are the probabilities. They know nothing yet of which class is right.',
    highlights: ['target'],
  },
  {
    field: 'grad',
    value: (model) => divided(model)?.map((share, i) => share - model.onehot[i]),
    hint: DIVIDED,
    highlights: ['logits'],
  },
];
