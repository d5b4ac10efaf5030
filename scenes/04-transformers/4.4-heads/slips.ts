import type { Slip } from '../../../src/author';
import { costOf, totalOf, type Model } from './model';

type Flops = (model: Model, width: number, heads: number) => number;

/** Known wrong ways to both counts of FLOPs: with several heads and with one. */
const inBoth = (flops: Flops, hint: string, highlights: readonly string[]): Slip<Model>[] => [
  {
    field: 'flops_multi',
    value: (model) => flops(model, model.d_k, model.heads),
    hint,
    highlights,
  },
  { field: 'flops_single', value: (model) => flops(model, model.d_model, 1), hint, highlights },
];

const several = ({ heads }: Model, value: number): number | undefined =>
  heads > 1 ? value : undefined;

const gain = (name: string, hint: string): Slip<Model> => ({
  field: 'gain',
  value: () => name,
  hint,
  highlights: ['heads'],
});

export const slips: readonly Slip<Model>[] = [
  {
    field: 'd_k',
    value: (model) => several(model, model.d_model),
    hint: 'Every head would be as wide as the whole layer. The heads share the width out among them.',
    highlights: ['heads'],
  },
  {
    field: 'd_k',
    value: (model) => several(model, model.d_model * model.heads),
    hint: 'The width was multiplied by the heads. They divide it.',
    highlights: ['heads'],
  },
  {
    field: 'flops_multi',
    value: (model) => several(model, totalOf(costOf(model, model.d_model))),
    hint: 'Here every head has the full width. A head multiplies by matrices of $d_k$ columns only.',
    highlights: ['heads'],
  },
  {
    field: 'flops_multi',
    value: (model) => several(model, model.flops_multi / model.heads),
    hint: 'This is one of the heads. There are others of the same width.',
    highlights: ['heads'],
  },
  ...inBoth(
    (model, width, heads) => costOf({ ...model, heads }, width).attention,
    'These are the scores and the mixing alone. Queries, keys, values and the output are matrix products too.',
    ['d_model'],
  ),
  ...inBoth(
    (model, width, heads) => {
      const { projections, attention } = costOf({ ...model, heads }, width);
      return projections + attention;
    },
    'One matrix product is missing: the heads are concatenated, and then projected once more.',
    ['d_model'],
  ),
  ...inBoth(
    (model, width, heads) => totalOf(costOf({ ...model, heads }, width)) / 2,
    'These are multiply-adds. Each counts as two FLOPs, a product and a sum.',
    ['n'],
  ),
  {
    field: 'ratio',
    value: (model) => several(model, model.heads),
    hint: 'That would be so if every head had the full width. How wide is each?',
    highlights: ['heads'],
  },
  {
    field: 'ratio',
    value: (model) => several(model, 1 / model.heads),
    hint: 'A narrower head is cheaper, but count how many of them there are.',
    highlights: ['heads'],
  },
  gain('cheaper', 'Compare the two counts: what one head saves, the number of heads brings back.'),
  gain(
    'parameters',
    'The matrices of all heads together are as large as those of one wide head. Nothing is added.',
  ),
  gain('longer', 'Every head looks at the same tokens. Its width says nothing about how many.'),
];
