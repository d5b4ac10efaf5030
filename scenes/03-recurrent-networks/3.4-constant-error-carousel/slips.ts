import type { Slip } from '../../../src/author';
import type { Model } from './model';

const constant = ({ gate }: Model): boolean => gate === 'constant';

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'lstm_after',
    value: (model) => (constant(model) ? 1 - model.count * (1 - model.f) : undefined),
    hint: 'The losses were added up. Every step takes its share of what is left, so the gates multiply.',
    highlights: ['gates'],
  },
  {
    field: 'lstm_after',
    value: ({ gates }) => gates.reduce((a, b) => a + b, 0),
    hint: 'The gates were added. Each step back multiplies by its gate.',
    highlights: ['gates'],
  },
  {
    field: 'lstm_after',
    value: ({ gates }) => gates.slice(0, -1).reduce((a, b) => a * b, 1),
    hint: 'One step is missing. Count how often the gradient crosses from one cell to the one before.',
    highlights: ['gates'],
  },
  {
    field: 'rnn_after',
    value: ({ rnn_factor, count }) => rnn_factor * count,
    hint: 'This is the factor times the number of steps. Every step multiplies again, so it is a power.',
  },
  {
    field: 'rnn_after',
    value: ({ rnn_factor, count }) => rnn_factor ** (count - 1),
    hint: 'One step is missing. Count how often the gradient crosses from one time to the one before.',
  },
];
