import {
  boolean,
  html,
  matrixGiven,
  sameValue,
  scene,
  showValue,
  type Random,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { describe } from './describe';
import { attention, outByColumns, outDividedBy, outUntransposed, type Model } from './model';
import { scale } from './scale';
import { solution } from './solution';
import { view } from './view';

const entries = { min: -1e6, max: 1e6 };
const size = { maxRows: 6, maxColumns: 6, entries };

export default scene({
  card,
  params: {
    Q: matrixGiven({
      label: 'Q',
      role: 'input',
      default: [
        [1, 0],
        [0, 1],
      ],
      ...size,
    }),
    K: matrixGiven({
      label: 'K',
      role: 'weight',
      default: [
        [1, 0],
        [0, 2],
      ],
      ...size,
    }),
    V: matrixGiven({
      label: 'V',
      role: 'value',
      default: [
        [1, 2],
        [3, 4],
      ],
      ...size,
    }),
    causal: boolean({ label: 'causal mask', default: false }),
  },

  problem: (given, { Q }) => html`
    <p>
      ${Q.length === 2 ? 'Two tokens look at each other.' : `${Q.length} tokens look at each other.`}
      Each has a query, a key and a value, its row of
    </p>
    <p>${given('Q')} ${given('K')} ${given('V')}</p>
    <p>
      Work out what each token takes away: the output of scaled dot-product attention, to three
      decimals, with the ${given('causal')}.
    </p>
  `,

  check({ Q, K, V, causal }) {
    const problems = [];
    if (K[0].length !== Q[0].length) {
      problems.push({
        field: 'K',
        message: `has ${K[0].length} columns and Q has ${Q[0].length}; a query and a key must be equally wide for their dot product`,
      });
    }
    if (V.length !== K.length) {
      problems.push({
        field: 'V',
        message: `has ${V.length} rows and K has ${K.length}; every key needs one value`,
      });
    }
    if (causal && Q.length !== K.length) {
      problems.push({
        field: 'causal',
        message: `needs as many queries as keys, but Q has ${Q.length} rows and K has ${K.length}`,
      });
    }
    return problems;
  },

  model: attention,

  answers: ({ scores, scaled, weights, out }) => [
    { name: 'scores', value: scores },
    { name: 'scaled', value: scaled },
    { name: 'weights', value: weights },
    { name: 'out', value: out },
  ],

  solution,

  predictions: () => [{ answer: 'out', kind: 'matrix', tex: '\\text{out}', label: 'out' }],

  slips: [
    {
      field: 'out',
      value: (model) => outDividedBy(model, 1),
      hint: 'These are the outputs of unscaled scores. Divide by √d_k before the softmax.',
    },
    {
      field: 'out',
      value: (model) => outDividedBy(model, model.d_k),
      hint: 'The scores were divided by d_k; it is its square root that restores their spread.',
    },
    {
      field: 'out',
      value: outByColumns,
      hint: 'The softmax ran down the columns. Each query shares out its own attention: go along the rows.',
    },
    {
      field: 'out',
      value: outUntransposed,
      hint: 'This is Q·K. A query meets a key row by row, so K has to be turned first: Q·Kᵀ.',
    },
  ],

  vary,
  view,
  describe: (model, { t }) => describe(model, t),
  scale,
  code,
  notes: {
    hands: 'Can an output leave the box that the rows of V span?',
    afterwards:
      'No. The weights of a row are never negative and sum to 1, so every output is a weighted mean of the rows of V.',
  },
});

/** Small whole numbers whose four classic slips all lead somewhere else. */
function vary(random: Random) {
  const draw = (low: number, high: number) =>
    Array.from({ length: 2 }, () => Array.from({ length: 2 }, () => random.integer(low, high)));
  for (;;) {
    const givens = { Q: draw(-1, 2), K: draw(-1, 2), V: draw(-2, 4), causal: false };
    if (readsWell(attention(givens))) return givens;
  }
}

function readsWell(model: Model): boolean {
  const { weights, out } = model;
  const shares = weights.flat();
  const slips = [
    outDividedBy(model, 1),
    outDividedBy(model, model.d_k),
    outByColumns(model),
    outUntransposed(model) ?? out,
  ];
  const idle = [...model.Q, ...model.K].some((row) => row.every((x) => x === 0));
  return (
    !idle &&
    shares.every((share) => share > 0.05 && share < 0.95) &&
    !sameValue(weights[0], weights[1]) &&
    slips.every((slip) => showValue(slip) !== showValue(out))
  );
}
