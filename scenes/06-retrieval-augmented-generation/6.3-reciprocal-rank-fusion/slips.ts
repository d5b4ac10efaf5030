import type { Slip, Vector } from '../../../src/author';
import { total, type Model } from './model';

/** A slip in every contribution shows in their sum as well. */
const inEach = (value: (model: Model) => Vector, hint: string, part: string): Slip<Model>[] => [
  { field: 'contributions', value, hint, highlights: [part] },
  { field: 'score', value: (model) => total(value(model)), hint, highlights: [part] },
];

export const slips: readonly Slip<Model>[] = [
  ...inEach(
    ({ ranks, k }) => ranks.map((r) => 1 / (k + r - 1)),
    'These ranks were counted from 0. The first position is rank 1.',
    'ranks',
  ),
  ...inEach(
    ({ ranks }) => ranks.map((r) => 1 / r),
    'The constant $k$ was left out. It is added to every rank before dividing.',
    'k',
  ),
  {
    field: 'score',
    value: ({ ranks, k }) => (ranks.length > 1 ? 1 / (k + total(ranks)) : undefined),
    hint: 'The ranks were added below one line. Each list has a fraction of its own.',
    highlights: ['ranks'],
  },
  {
    field: 'score',
    value: ({ ranks, score }) => (ranks.length > 1 ? score / ranks.length : undefined),
    hint: 'This is the mean of the contributions. A document earns more by being found more often.',
    highlights: ['contributions'],
  },
];
