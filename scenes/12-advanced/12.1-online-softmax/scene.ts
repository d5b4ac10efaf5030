import { html, scene, vectorGiven, wholeGiven, type Problem } from '../../../src/author';
import card from './card';
import { code } from './code';
import { describe } from './describe';
import { stream } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { differenceFormat, solution } from './solution';
import { vary } from './vary';
import { view } from './view';

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
    block: wholeGiven({ label: 'block', default: 1, min: 1, max: 8 }),
  },

  problem: (given, { scores }) => html`
    <p>
      ${scores.length === 1 ? 'One score arrives' : `${scores.length} scores arrive`} on a tape,
      each with its value. So many are read at once: ${given('block')}.
    </p>
    <p class="givens">${given('scores')} ${given('values')}</p>
    <p>
      Stream them through three registers: the maximum m, the sum l of e to (s − m), and the sum o
      of those terms times v. Predict the registers after each block, and what o over l comes to.
    </p>
  `,

  check({ scores, values }) {
    const problems: Problem[] = [];
    if (values.length !== scores.length) {
      problems.push({
        field: 'values',
        message: `has ${entries(values.length)} and s has ${scores.length}; every score comes with one value`,
      });
    }
    return problems;
  },

  model: stream,

  answers: ({ m, l, o, rescale, out, direct_weights, difference }) => [
    { name: 'm', value: m },
    { name: 'l', value: l },
    { name: 'o', value: o },
    { name: 'rescale', value: rescale },
    { name: 'out', value: out },
    { name: 'direct_weights', value: direct_weights },
    { name: 'difference', value: difference, format: differenceFormat },
  ],

  solution,

  predictions: () => [
    { answer: 'm', kind: 'vector', tex: 'm', label: 'm after each block' },
    { answer: 'l', kind: 'vector', tex: 'l', label: 'l after each block' },
    { answer: 'o', kind: 'vector', tex: 'o', label: 'o after each block' },
    { answer: 'out', kind: 'number', tex: '\\text{out}', label: 'out' },
  ],

  slips,
  vary,
  view,
  describe: (model, { t }) => describe(model, t),
  scale,
  code,
  notes: {
    hands: 'The largest score comes first. How often is anything rescaled?',
    afterwards:
      'Never: once the largest score has been read, m stays where it is and every later factor is 1. Ascending scores are the other extreme: every block moves m.',
  },
});

const entries = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);
