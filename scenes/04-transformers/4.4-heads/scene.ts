import { html, integer, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { multiHead, ranges } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, explain, view } from './view';

const gains = {
  relations: 'Each head weighs the tokens in its own way.',
  cheaper: 'Narrow heads need fewer FLOPs.',
  parameters: 'Several heads have more parameters.',
  longer: 'Several heads read longer texts.',
};

export default scene({
  card,
  params: {
    d_model: wholeGiven({
      label: 'width d',
      role: 'input',
      default: 512,
      ...ranges.d_model,
      logarithmic: true,
    }),
    heads: wholeGiven({ label: 'heads h', role: 'weight', default: 8, ...ranges.heads }),
    n: wholeGiven({ label: 'tokens n', default: 128, ...ranges.n, logarithmic: true }),
  },

  problem: (given) => html`
    <p>
      A layer of multi-head attention runs over ${given('n')}. Its ${given('d_model')} is shared out
      among ${given('heads')} of equal width.
    </p>
    <p>
      How wide is each head? How many FLOPs do all matrix products take, projections included, and
      how many would one head of the full width take? One multiply-add is 2 FLOPs.
    </p>
  `,

  check: ({ d_model, heads }) =>
    d_model % heads === 0
      ? []
      : [
          {
            field: 'heads',
            message: `do not divide a width of ${d_model}: ${heads} heads leave ${d_model % heads} over`,
          },
        ],

  model: multiHead,

  answers: ({ d_k, flops_multi, flops_single, ratio }) => [
    { name: 'd_k', value: d_k, format: integer },
    { name: 'flops_multi', value: flops_multi, format: integer },
    { name: 'flops_single', value: flops_single, format: integer },
    { name: 'ratio', value: ratio },
    { name: 'gain', value: 'relations', words: gains },
  ],

  solution,

  predictions: () => [
    { answer: 'd_k', kind: 'number', tex: 'd_k', label: 'width of a head' },
    {
      answer: 'flops_multi',
      kind: 'number',
      tex: 'F_{\\text{heads}}',
      label: 'FLOPs with several heads',
    },
    { answer: 'flops_single', kind: 'number', tex: 'F_1', label: 'FLOPs with one wide head' },
    {
      answer: 'ratio',
      kind: 'number',
      tex: 'F_{\\text{heads}} / F_1',
      label: 'cost of several heads against one',
    },
    { answer: 'gain', kind: 'sentences', label: 'what several heads gain', choices: gains },
  ],

  slips,
  vary,
  view,
  describe,
  explain,
  code,
  scale,
  notes: {
    hands:
      'The width stays, and 8 heads become 16. Has the layer more parameters, fewer, or as many?',
    afterwards:
      'As many. Each of the four matrices is $d \\times d$, however its columns are shared out among heads.',
  },
});
