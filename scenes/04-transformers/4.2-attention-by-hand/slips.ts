import { matmul, type Matrix, type Slip } from '../../../src/author';
import { weightsByColumns, weightsDividedBy, weightsUntransposed, type Model } from './model';

interface Way {
  weights(model: Model): Matrix | undefined;
  readonly hint: string;
  readonly highlights: readonly string[];
}

/** Known wrong ways to the weights, and through them to the outputs. */
const ways: readonly Way[] = [
  {
    weights: (model) => weightsDividedBy(model, 1),
    hint: 'The scores went into the softmax unscaled. Divide them by $\\sqrt{d_k}$ first, the root of the keys’ width.',
    highlights: ['scores'],
  },
  {
    weights: (model) => weightsDividedBy(model, model.d_k),
    hint: 'The scores were divided by $d_k$. Its square root is what restores their spread.',
    highlights: ['scores'],
  },
  {
    weights: weightsByColumns,
    hint: 'The softmax ran down the columns. Each query shares out its own attention, so go along the rows.',
    highlights: ['scores.0'],
  },
  {
    weights: weightsUntransposed,
    hint: 'This is $QK$. A query meets a key row by row, so transpose $K$ first: $QK^\\top$.',
    highlights: ['Q.0', 'K.0'],
  },
];

export const slips: readonly Slip<Model>[] = ways.flatMap(({ weights, hint, highlights }) => [
  { field: 'weights', value: weights, hint, highlights },
  {
    field: 'out',
    value: (model: Model) => {
      const wrong = weights(model);
      return wrong && matmul(wrong, model.V);
    },
    hint,
    highlights,
  },
]);
