import { numberSlip, type Slip } from '../../../src/author';
import type { Model } from './model';
import type { Sentence } from './sentences';

const sentence = (wrong: Sentence, hint: string): Slip<Model> => ({
  field: 'reason',
  value: () => wrong,
  hint,
  highlights: ['fan_in', 'fan_out'],
});

const VARIANCE = 'This is the variance. The deviation is its root.';

export const slips: readonly Slip<Model>[] = [
  numberSlip('he_std', ({ fan_in }) => 2 / fan_in, VARIANCE, 'fan_in'),
  numberSlip(
    'he_std',
    ({ fan_out }) => Math.sqrt(2 / fan_out),
    'This counts the outputs. He counts the terms that one unit adds up.',
    'fan_in',
  ),
  numberSlip(
    'he_std',
    ({ fan_in }) => Math.sqrt(1 / fan_in),
    'This holds the mean square of a sum. A ReLU still takes half of it away.',
    'fan_in',
  ),
  numberSlip(
    'he_std',
    ({ xavier_std }) => xavier_std,
    'This has both fans in it, which is Xavier. He looks at the forward pass alone.',
    'fan_in',
  ),
  numberSlip('xavier_std', ({ fan_in, fan_out }) => 2 / (fan_in + fan_out), VARIANCE, 'fan_out'),
  numberSlip(
    'xavier_std',
    ({ fan_in, fan_out }) => Math.sqrt(1 / (fan_in + fan_out)),
    'This is one over the sum of the fans. Xavier takes one over their mean.',
    'fan_out',
  ),
  numberSlip(
    'xavier_std',
    ({ fan_in }) => Math.sqrt(1 / fan_in),
    'This holds the forward pass alone. The gradient comes back through the other fan.',
    'fan_out',
  ),
  sentence(
    'mean',
    'The mean of the activations is not what is held. What does a ReLU do to their squares?',
  ),
  sentence(
    'twice',
    'The 2 of He does not come from the backward pass. Follow the mean square through one ReLU.',
  ),
  sentence(
    'swapped',
    'A tanh leaves small numbers as they are. Which of the two activations loses half of what arrives?',
  ),
];
