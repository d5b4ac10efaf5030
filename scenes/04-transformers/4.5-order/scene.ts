import {
  choice,
  html,
  scene,
  show,
  textGiven,
  vectorGiven,
  type Prediction,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { difference as format } from './formats';
import { MOST, ordering, wordsIn } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

export default scene({
  card,
  params: {
    tokens: textGiven({
      label: 'sentence',
      default: 'dog bites man',
      maxLength: 60,
      check(text) {
        const count = wordsIn(text).length;
        if (count === 0) return 'has no words';
        return count > MOST ? `has ${count} words; at most ${MOST} fit` : undefined;
      },
    }),
    order: vectorGiven({
      label: 'order',
      role: 'input',
      default: [2, 1, 0],
      maxLength: MOST,
      entries: { min: 0, max: MOST - 1 },
      step: 1,
    }),
    positions: choice({
      label: 'positions',
      default: 'none',
      choices: { none: 'none', sinusoidal: 'sinusoidal', rope: 'rotary (RoPE)' },
    }),
  },

  problem: (given) => html`
    <p>Attention runs over the tokens of the ${given('tokens')}</p>
    <p>
      Then the tokens are put in the ${given('order')} (counted from 0) and it runs again. It is
      told of ${given('positions')}.
    </p>
    <p>What happens to the output rows? And why does attention need positions, an RNN not?</p>
  `,

  check({ tokens, order }) {
    const count = wordsIn(tokens).length;
    if (order.length !== count) {
      const needs = `${count} token${count === 1 ? '' : 's'}`;
      return [{ field: 'order', message: `has ${order.length} entries for ${needs}` }];
    }
    return order.every((i) => Number.isInteger(i) && i < count) && new Set(order).size === count
      ? []
      : [{ field: 'order', message: `must have each of 0 to ${count - 1} once` }];
  },

  model: ordering,

  answers: ({ equivariant, difference }) => [
    { name: 'equivariant', value: equivariant },
    { name: 'max_difference', value: difference, format, label: 'largest difference' },
    { name: 'why', value: 'set' },
  ],

  solution,

  predictions: (): Prediction[] => [
    {
      answer: 'equivariant',
      kind: 'sentences',
      label: 'What happens to the output rows?',
      choices: {
        yes: 'Each moves along with its token and keeps its numbers.',
        stay: 'They stay where they were.',
        no: 'They become other numbers.',
        equal: 'They all become equal.',
      },
    },
    {
      answer: 'why',
      kind: 'sentences',
      label: 'Why does attention need positions, and an RNN not?',
      choices: {
        set: 'Attention sums over a set; an RNN reads one token after the other.',
        parallel: 'Attention computes all tokens at once, and an RNN cannot.',
        far: 'Attention forgets what stands far away, and an RNN keeps it.',
        softmax: 'The softmax of attention mixes the tokens up.',
      },
    },
  ],

  slips,
  vary,
  view,
  scale,
  describe: ({ words, order, first }) =>
    `Tokens with their embeddings: ${words.map((word, i) => `${word} ${first.embeddings[i].map((x) => show(x)).join(', ')}`).join('; ')}. In the other order: ${order.map((i) => words[i]).join(' ')}.`,
  code,
  notes: {
    hands: 'Average the outputs into one vector. Can the two sentences be told apart by it?',
    afterwards:
      'Not without positions: both averages are over the same rows. “Dog bites man” and “man bites dog” give the same vector.',
  },
});
