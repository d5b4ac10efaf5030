import { choice, html, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { fans } from './fans';
import { initialisation } from './model';
import { scale } from './scale';
import { sentences, type Sentence } from './sentences';
import { slips } from './slips';
import { format, solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

const right: Sentence = 'halves';

export default scene({
  card,
  params: {
    fan_in: wholeGiven({ label: 'fan-in', role: 'input', default: 512, ...fans }),
    fan_out: wholeGiven({ label: 'fan-out', role: 'activation', default: 256, ...fans }),
    activation: choice({
      label: 'activation',
      default: 'relu',
      choices: { relu: 'ReLU', tanh: 'tanh', identity: 'identity' },
    }),
  },
  problem: (given) => html`
    <p>
      Each unit of a layer has a ${given('fan_in')}, the number of inputs it adds up. Each input has
      a ${given('fan_out')}, the number of units it goes to.
    </p>
    <p>
      What standard deviation do He and Xavier give the weights? And why does one count the fan-in
      alone, the other both?
    </p>
    <p>The layers of the picture have the ${given('activation')}.</p>
  `,
  model: initialisation,
  answers: ({ he_std, xavier_std }) => [
    { name: 'he_std', value: he_std, format },
    { name: 'xavier_std', value: xavier_std, format },
    { name: 'reason', value: right, words: sentences },
  ],
  solution,
  predictions: () => [
    {
      answer: 'he_std',
      kind: 'number',
      tex: '\\sigma_{\\text{He}}',
      label: 'deviation of He',
    },
    {
      answer: 'xavier_std',
      kind: 'number',
      tex: '\\sigma_{\\text{Xavier}}',
      label: 'deviation of Xavier',
    },
    { answer: 'reason', kind: 'sentences', label: 'why they are so', choices: sentences },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands: 'Fifty ReLU layers start from Xavier: does the signal grow, hold or die?',
    afterwards:
      'It dies. With equal fans each layer keeps half of the mean square, so $2^{-50} \\approx 10^{-15}$ of it is left.',
  },
});
