import type { Slip } from '../../../src/author';
import type { Model } from './model';

const outputs = (
  name: string,
  hint: string,
  highlights: readonly string[],
  happens: (model: Model) => boolean = () => true,
): Slip<Model> => ({
  field: 'equivariant',
  value: (model) => (happens(model) && model.equivariant !== name ? name : undefined),
  hint,
  highlights,
});

const reason = (name: string, hint: string): Slip<Model> => ({
  field: 'why',
  value: () => name,
  hint,
  highlights: ['X'],
});

export const slips: readonly Slip<Model>[] = [
  outputs(
    'stay',
    'An output belongs to the token whose query asked for it. When the token moves, so does its query.',
    ['out'],
  ),
  outputs(
    'no',
    'Each output is a weighted mean over all tokens. Does such a sum ask in which order its terms are listed?',
    ['X'],
    ({ positions }) => positions === 'none',
  ),
  outputs(
    'yes',
    'That is attention without positions. Here the position is part of what a token brings, and a moved token brings another.',
    ['X'],
    ({ positions }) => positions !== 'none',
  ),
  outputs(
    'equal',
    'The tokens ask with queries of their own, so their weights differ, and so do their outputs.',
    ['out'],
  ),
  reason(
    'parallel',
    'That they are computed at once makes it fast. But a computer can do many things at once and still know which is which.',
  ),
  reason(
    'far',
    'Distance is the trouble of the RNN, whose states forget. Attention reaches every token in one step.',
  ),
  reason(
    'softmax',
    'The softmax makes weights of scores, whatever their order. Ask what the scores themselves know of positions.',
  ),
];
