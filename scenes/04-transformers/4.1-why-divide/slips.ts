import type { Slip } from '../../../src/author';
import type { Model } from './model';

const unless = (right: number, wrong: number): number | undefined =>
  wrong === right ? undefined : wrong;

const chosen = (value: string, hint: string): Slip<Model> => ({
  field: 'breaks',
  value: () => value,
  hint,
});

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'variance',
    value: ({ std, variance }) => unless(variance, std),
    hint: 'This is the standard deviation. The variance is its square.',
  },
  {
    field: 'variance',
    value: ({ variance }) => unless(variance, 1),
    hint: 'One product has this variance. The dot product adds many of them.',
    highlights: ['d_k'],
  },
  {
    field: 'variance',
    value: ({ variance }) => unless(variance, variance ** 2),
    hint: 'The products are independent: their variances are added, not multiplied.',
  },
  {
    field: 'std',
    value: ({ std, variance }) => unless(std, variance),
    hint: 'This is the variance. A typical score is its root.',
  },
  {
    field: 'std',
    value: ({ std }) => unless(std, 1),
    hint: 'This is how large one product is. The dot product adds many of them.',
    highlights: ['d_k'],
  },
  {
    field: 'scale',
    value: ({ scale, d_k }) => unless(scale, d_k),
    hint: 'Divided by the width, the variance falls below 1: it is divided by the square of what a score is divided by.',
  },
  {
    field: 'scale',
    value: ({ scale, std, scaled }) => (scaled ? undefined : unless(scale, std)),
    hint: 'The division is switched off here.',
  },
  chosen('mean', 'Every product has mean 0, so their sum has mean 0 at any width. What does grow?'),
  chosen('uniform', 'Scores that are added up grow with the width; they do not shrink.'),
  chosen(
    'overflow',
    'A softmax subtracts the largest score first, so nothing overflows. What becomes of the weights?',
  ),
];
