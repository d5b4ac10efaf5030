import { boolean, html, matrixGiven, scene, type Matrix, type Role } from '../../../src/author';
import card from './card';
import { code } from './code';
import { attention } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

/** Rows are tokens. */
const rows = (label: string, role: Role, initial: Matrix) =>
  matrixGiven({
    label,
    role,
    default: initial,
    maxRows: 6,
    maxColumns: 6,
    entries: { min: -1e6, max: 1e6 },
  });

const COUNTS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];

/** Who attends to whom: tokens to each other, or queries to tokens of another text. */
function attending(queries: number, keys: number): string {
  if (queries !== keys) {
    const asking = `${COUNTS[queries - 1]} ${queries === 1 ? 'query attends' : 'queries attend'}`;
    return keys === 1
      ? `${asking} to one token, which has a key and a value: the rows of`
      : `${asking} to ${COUNTS[keys - 1].toLowerCase()} tokens. Each of these has a key and a value: the rows of`;
  }
  return queries === 1
    ? 'One token attends to itself. It has a query, a key and a value: the rows of'
    : `${COUNTS[queries - 1]} tokens attend to each other. Each has a query, a key and a value: its rows of`;
}

export default scene({
  card,
  params: {
    Q: rows('Q', 'input', [
      [1, 0],
      [0, 1],
    ]),
    K: rows('K', 'weight', [
      [1, 0],
      [0, 2],
    ]),
    V: rows('V', 'value', [
      [1, 2],
      [3, 4],
    ]),
    causal: boolean({ label: 'causal mask', default: false }),
  },

  problem: (given, { Q, K }) => html`
    <p>${attending(Q.length, K.length)}</p>
    <p>${given('Q')} ${given('K')} ${given('V')}</p>
    <p>
      Work out the weights and then the output of scaled dot-product attention, to three decimals.
      ${given('causal')}
    </p>
  `,

  check({ Q, K, V, causal }) {
    const [width, length] = [K[0].length, K.length];
    return [
      ...(width === Q[0].length
        ? []
        : [
            {
              field: 'K',
              message: `has ${width} columns and Q has ${Q[0].length}; a query and a key must be equally wide for their dot product`,
            },
          ]),
      ...(V.length === length
        ? []
        : [
            {
              field: 'V',
              message: `has ${V.length} rows and K has ${length}; every key needs one value`,
            },
          ]),
      ...(causal && Q.length !== length
        ? [
            {
              field: 'causal',
              message: `needs as many queries as keys, but Q has ${Q.length} rows and K has ${length}`,
            },
          ]
        : []),
    ];
  },

  model: attention,

  answers: ({ scores, scaled, weights, out }) => [
    { name: 'scores', value: scores },
    { name: 'scaled', value: scaled, label: 'scaled scores' },
    { name: 'weights', value: weights },
    { name: 'out', value: out },
  ],

  solution,

  predictions: () => [
    { answer: 'weights', kind: 'matrix', tex: 'A', label: 'weights' },
    { answer: 'out', kind: 'matrix', tex: '\\text{out}', label: 'output' },
  ],

  slips,
  vary,
  view,
  scale,
  code,
  notes: {
    hands: 'Can an output leave the box that the rows of $V$ span?',
    afterwards:
      'No. The weights of a row are never negative and sum to 1, so every output is a weighted mean of the rows of $V$.',
  },
});
