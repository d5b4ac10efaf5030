import { numberSlip, type Slip } from '../../../src/author';
import type { Model } from './model';

const misread = (value: string, hint: string): Slip<Model> => ({
  field: 'backward',
  value: () => value,
  hint,
  highlights: ['skip'],
});

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  misread(
    'multiplied',
    'The two paths were multiplied. They meet in a sum. What is the derivative of a sum?',
  ),
  misread('plain', 'This is a block without a skip. By which second path does $x$ reach $y$?'),
  misread(
    'shifted',
    'The gradient at the output was added. The chain rule multiplies it by the derivative of $y$ with respect to $x$.',
  ),
  numberSlip(
    'grad_plain',
    ({ upstream, f_prime }) => upstream + f_prime,
    'The derivative was added to the gradient. The chain rule multiplies them.',
    'f_prime',
    'upstream',
  ),
  numberSlip(
    'grad_plain',
    ({ upstream, f_prime }) => upstream * (1 + f_prime),
    'This counts a skip. A plain block has none.',
    'grad_plain',
  ),
  numberSlip(
    'grad_residual',
    ({ upstream, f_prime }) => upstream * f_prime,
    'The skip is missing, or the paths were multiplied. The derivatives of the two paths add up.',
    'skip',
  ),
  numberSlip(
    'grad_residual',
    ({ upstream, f_prime }) => upstream + f_prime,
    'The gradient was added. It is multiplied by the sum of both derivatives.',
    'upstream',
  ),
  numberSlip(
    'plain_after',
    ({ upstream, f_prime, depth }) => upstream * f_prime * depth,
    'This is the factor times the depth. Every block multiplies again, so it is a power.',
    'depth',
  ),
  numberSlip(
    'residual_after',
    ({ upstream, f_prime, depth }) => upstream * (1 + f_prime ** depth),
    'The 1 was added once for the whole depth. Every block has a skip of its own.',
    'skip',
    'depth',
  ),
  numberSlip(
    'residual_after',
    ({ upstream, f_prime, depth }) => upstream * (1 + f_prime) * depth,
    'This is the factor times the depth. Every block multiplies again, so it is a power.',
    'depth',
  ),
  numberSlip(
    'residual_after',
    ({ upstream, f_prime, depth }) => upstream * f_prime ** depth,
    'These are blocks without skips.',
    'skip',
  ),
];
