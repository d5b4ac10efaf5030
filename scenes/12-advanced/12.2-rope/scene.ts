import { html, integer, numberGiven, scene, vectorGiven, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { ranges, rope } from './model';
import { options, order } from './proof';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

const pair = { default: [1, 0], minLength: 2, maxLength: 2, entries: ranges.entry };

export default scene({
  card,
  params: {
    q: vectorGiven({ label: 'q', role: 'input', ...pair }),
    k: vectorGiven({ label: 'k', role: 'value', ...pair }),
    m: wholeGiven({ label: 'm', default: 2, ...ranges.position }),
    n: wholeGiven({ label: 'n', default: 5, ...ranges.position }),
    theta: numberGiven({ label: 'θ', role: 'weight', default: 0.5, ...ranges.theta }),
    shift: wholeGiven({ label: 'Δ', default: 10, ...ranges.position }),
  },
  problem: (given) => html`
    <p>
      A query ${given('q')} stands at position ${given('m')}, a key ${given('k')} at ${given('n')}.
      RoPE turns each by its position times ${given('theta')} radians.
    </p>
    <p>
      What is their dot product, and what is it once both have moved on by ${given('shift')}
      positions? Prove that it depends on their distance alone.
    </p>
  `,
  model: rope,
  answers: ({ dot, dot_shifted, relative }) => [
    { name: 'dot', value: dot },
    { name: 'dot_shifted', value: dot_shifted },
    { name: 'relative', value: relative, format: integer },
    { name: 'proof', value: order },
  ],
  solution,
  predictions: () => [
    { answer: 'dot', kind: 'number', tex: 's', label: 'dot product, both turned' },
    { answer: 'dot_shifted', kind: 'number', tex: "s'", label: 'the same, both moved on' },
    { answer: 'relative', kind: 'number', tex: 'd', label: 'distance from query to key' },
    {
      answer: 'proof',
      kind: 'order',
      label: 'the proof, in order; $R(a)$ turns a vector by the angle $a$',
      options,
    },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands:
      'Query and key are equal, of length 1, and both stand at position 1,000,000. What is their dot product?',
    afterwards:
      'It is 1. Both turn by the same angle, however large, so the angle between them is 0. Only a distance would change it.',
  },
});
