import type { Slip } from '../../../src/author';
import type { Model } from './model';

type Field = 'grad_plain' | 'grad_residual' | 'plain_after' | 'residual_after';

/** A slip is one only where it leads elsewhere: at the opening numbers some lead to the answer. */
const slip = (
  field: Field,
  wrong: (model: Model) => number,
  hint: string,
  highlights: readonly string[],
): Slip<Model> => ({
  field,
  value: (model) => {
    const value = wrong(model);
    return value === model[field] ? undefined : value;
  },
  hint,
  highlights,
});

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
  slip(
    'grad_plain',
    ({ upstream, f_prime }) => upstream + f_prime,
    'The derivative was added to the gradient. The chain rule multiplies them.',
    ['f_prime', 'upstream'],
  ),
  slip(
    'grad_plain',
    ({ upstream, f_prime }) => upstream * (1 + f_prime),
    'This counts a skip. A plain block has none.',
    ['grad_plain'],
  ),
  slip(
    'grad_residual',
    ({ upstream, f_prime }) => upstream * f_prime,
    'The skip is missing, or the paths were multiplied. The derivatives of the two paths add up.',
    ['skip'],
  ),
  slip(
    'grad_residual',
    ({ upstream, f_prime }) => upstream + f_prime,
    'The gradient was added. It is multiplied by the sum of both derivatives.',
    ['upstream'],
  ),
  slip(
    'plain_after',
    ({ upstream, f_prime, depth }) => upstream * f_prime * depth,
    'This is the factor times the depth. Every block multiplies again, so it is a power.',
    ['depth'],
  ),
  slip(
    'residual_after',
    ({ upstream, f_prime, depth }) => upstream * (1 + f_prime ** depth),
    'The 1 was added once for the whole depth. Every block has a skip of its own.',
    ['skip', 'depth'],
  ),
  slip(
    'residual_after',
    ({ upstream, f_prime, depth }) => upstream * (1 + f_prime) * depth,
    'This is the factor times the depth. Every block multiplies again, so it is a power.',
    ['depth'],
  ),
  slip(
    'residual_after',
    ({ upstream, f_prime, depth }) => upstream * f_prime ** depth,
    'These are blocks without skips.',
    ['skip'],
  ),
];
