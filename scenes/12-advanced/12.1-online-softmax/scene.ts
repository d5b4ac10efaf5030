import { html, scene, vectorGiven, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { explain } from './explain';
import { stream } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { differenceFormat, solution } from './solution';
import { vary } from './vary';
import { view } from './view';

const counts = [
  'One score arrives',
  ...['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'].map((n) => `${n} scores arrive`),
];

const letter = (text: string) => html`<span class="symbol letter" translate="no">${text}</span>`;
const power = html`<span translate="no"
  >${letter('e')}<sup>${letter('s')} − ${letter('m')}</sup></span
>`;

export default scene({
  card,
  params: {
    scores: vectorGiven({
      label: 's',
      role: 'input',
      default: [1, 3],
      maxLength: 8,
      entries: { min: -1000, max: 1000 },
    }),
    values: vectorGiven({
      label: 'v',
      role: 'value',
      default: [1, 1],
      maxLength: 8,
      entries: { min: -1e6, max: 1e6 },
    }),
    block: wholeGiven({ label: 'blocks of', phrase: true, default: 1, min: 1, max: 8 }),
  },

  problem: (given, { scores }) => html`
    <p>
      ${counts[scores.length - 1]} on a tape, each with its value: ${given('scores')}
      ${given('values')}
    </p>
    <p>They are read in ${given('block')}.</p>
    <p>
      Three registers are kept: the maximum ${letter('m')}, the sum ${letter('ℓ')} of ${power}, and
      the sum ${letter('o')} of ${power}${letter('v')}. What does each block make of them, by what
      factor does it rescale the old sums, and what is ${letter('o')} ÷ ${letter('ℓ')} in the end?
    </p>
  `,

  check: ({ scores, values }) =>
    values.length === scores.length
      ? []
      : [
          {
            field: 'values',
            message: `has ${entries(values.length)} and s has ${scores.length}; every score comes with one value`,
          },
        ],

  model: stream,

  answers: ({ m, l, o, rescale, out, direct_weights, difference }) => [
    { name: 'm', value: m },
    { name: 'l', value: l },
    { name: 'o', value: o },
    { name: 'rescale', value: rescale },
    { name: 'out', value: out },
    { name: 'direct_weights', value: direct_weights, label: 'direct softmax' },
    { name: 'difference', value: difference, format: differenceFormat },
  ],

  solution,

  predictions: () => [
    { answer: 'm', kind: 'vector', tex: 'm', label: 'maximum $m$ after each block' },
    {
      answer: 'rescale',
      kind: 'vector',
      tex: '\\text{factor } r',
      label: 'factor $r$ on the old sums, at each block',
    },
    { answer: 'l', kind: 'vector', tex: '\\ell', label: 'sum $\\ell$ after each block' },
    { answer: 'o', kind: 'vector', tex: 'o', label: 'sum $o$ after each block' },
    { answer: 'out', kind: 'number', tex: 'o \\div \\ell', label: '$o \\div \\ell$ in the end' },
  ],

  slips,
  vary,
  view,
  explain,
  scale,
  code,
  notes: {
    hands: 'The largest score comes first. How often is anything rescaled?',
    afterwards:
      'Never: once the largest score has been read, $m$ stays where it is and every later factor is 1. Ascending scores are the other extreme: every block moves $m$.',
  },
});

const entries = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);
