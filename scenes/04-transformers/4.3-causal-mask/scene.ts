import {
  boolean,
  decimals,
  html,
  integer,
  scene,
  showValue,
  wholeGiven,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { causal, MOST } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { view } from './view';

export default scene({
  card,
  params: {
    n: wholeGiven({ label: 'n', role: 'input', default: 4, min: 1, max: MOST }),
    draw: wholeGiven({ label: 'draw number', phrase: true, default: 1, min: 1, max: 9999 }),
    leak: boolean({ label: 'let the future leak: leave the mask out', default: false }),
  },

  problem: (given) => html`
    <p>
      A language model reads ${given('n')} tokens and predicts at every position the token that
      comes next. The attention scores are ${given('draw')}. Before the softmax a mask is added to
      them: 0 keeps a score, −∞ hides it.
    </p>
    <p>
      Paint the mask. How many of its cells stay open, and what does it enforce? ${given('leak')}
    </p>
  `,

  model: causal,

  answers: ({ mask, visible }) => [
    { name: 'mask', value: mask, format: integer },
    { name: 'visible', value: visible, format: integer },
    { name: 'enforces', value: 'past' },
  ],

  solution,

  predictions: ({ tokens }) => [
    {
      answer: 'mask',
      kind: 'paint',
      tex: 'M',
      label: 'mask: row $i$ looks at column $j$',
      options: {
        colours: [
          { value: 0, says: 'open' },
          { value: -Infinity, says: 'hidden' },
        ],
        cell: (i: number, j: number) => `${i} ${tokens[i]} looks at ${j} ${tokens[j]}`,
      },
    },
    { answer: 'visible', kind: 'number', tex: 'v', label: 'open cells' },
    {
      answer: 'enforces',
      kind: 'sentences',
      label: 'What does the mask enforce?',
      choices: {
        past: 'What a position predicts depends on itself and on earlier tokens only.',
        previous: 'Each token looks only at the one before it.',
        order: 'Attention learns in which order the tokens stand.',
        cheap: 'Half of the scores need not be computed.',
      },
    },
  ],

  slips,
  vary: (random) => ({ n: random.pick([3, 5, 6, 7, 8]), draw: random.integer(2, 9999) }),
  view,
  scale,
  describe: ({ tokens, next, scores }) =>
    `Tokens: ${tokens.join(' ')}. They predict: ${next.join(' ')}. Scores S, row by row: ${showValue(scores, decimals(1))}.`,
  explain: ({ tokens, scores }, unfolding, part) => {
    const [name, i, j] = part.split('.');
    if (name !== 'scores' || j === undefined || unfolding.shown('masked')) return undefined;
    return `How well “${tokens[Number(j)]}” answers what “${tokens[Number(i)]}” asks for: ${scores[Number(i)][Number(j)]}`;
  },
  code,
  notes: {
    hands: 'Which token sees least, and what is its row of attention weights?',
    afterwards:
      'Token $0$ sees only itself. Its row is $1$ followed by zeros, whatever its scores are.',
  },
});
