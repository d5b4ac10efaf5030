import type { Slip } from '../../../src/author';
import { logistic, type Model } from './model';

/** A slip in the cell shows in the hidden state as well. */
const inCell = (
  hint: string,
  highlights: readonly string[],
  wrong: (model: Model) => number,
): Slip<Model>[] => [
  { field: 'c', value: wrong, hint, highlights },
  { field: 'h', value: (model) => model.o * Math.tanh(wrong(model)), hint, highlights },
];

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  ...inCell(
    'The gates are exchanged. The forget gate acts on the old cell, the input gate on the candidate.',
    ['f', 'i'],
    ({ f, i, c_prev, c_tilde }) => i * c_prev + f * c_tilde,
  ),
  ...inCell(
    'The input gate is missing. Only a share of the candidate is written.',
    ['i'],
    ({ f, c_prev, c_tilde }) => f * c_prev + c_tilde,
  ),
  ...inCell(
    'The forget gate is missing. Only a share of the old cell is kept.',
    ['f'],
    ({ i, c_prev, c_tilde }) => c_prev + i * c_tilde,
  ),
  ...inCell(
    'Here $i$ was taken as $1 - f$, as a GRU does. An LSTM has an input gate of its own.',
    ['i'],
    ({ f, c_prev, c_tilde }) => f * c_prev + (1 - f) * c_tilde,
  ),
  {
    field: 'h',
    value: ({ o, c }) => o * c,
    hint: 'The output gate was put on the bare cell. The cell goes through $\\tanh$ first.',
    highlights: ['o'],
  },
  {
    field: 'h',
    value: ({ o, c }) => o * logistic(c),
    hint: 'This is the sigmoid. What is shown of a cell goes through $\\tanh$, since it may be negative.',
    highlights: ['o'],
  },
  {
    field: 'h',
    value: ({ squashed }) => squashed,
    hint: 'The output gate is missing. Only a share of what $\\tanh$ gives is shown.',
    highlights: ['o'],
  },
  {
    field: 'h',
    value: ({ o, c, c_prev }) => (c === c_prev ? undefined : o * Math.tanh(c_prev)),
    hint: 'This shows the old cell. The hidden state is made from the new one.',
    highlights: ['c'],
  },
];
