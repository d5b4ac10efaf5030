import type { Slip } from '../../../src/author';
import { verdictOf, type Model } from './model';

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'factor',
    value: ({ w_norm, tanh_prime }) => w_norm + tanh_prime,
    hint: 'This adds the two. The chain rule multiplies: first the slope, then the weights.',
    highlights: ['w_norm', 'tanh_prime'],
  },
  {
    field: 'factor',
    value: ({ w_norm }) => w_norm,
    hint: 'This is $\\lVert W\\rVert$ alone. Each step back also passes through the slope of $\\tanh$.',
    highlights: ['tanh_prime'],
  },
  {
    field: 'factor',
    value: ({ tanh_prime }) => tanh_prime,
    hint: 'This is the slope of $\\tanh$ alone. Each step back also passes through $W$.',
    highlights: ['w_norm'],
  },
  {
    field: 'after',
    value: ({ factor, steps }) => factor * steps,
    hint: 'This is the factor times the number of steps. Every step multiplies again.',
    highlights: ['row'],
  },
  {
    field: 'after',
    value: ({ w_norm, steps }) => w_norm ** steps,
    hint: 'This raises only $\\lVert W\\rVert$ to the power. The slope of $\\tanh$ acts at every step too.',
    highlights: ['tanh_prime'],
  },
  {
    field: 'after',
    value: ({ w_norm, tanh_prime, steps }) => (w_norm + tanh_prime) ** steps,
    hint: 'The factor here is a sum. One step back is a product of norm and slope.',
    highlights: ['w_norm', 'tanh_prime'],
  },
  {
    field: 'after',
    value: ({ factor, steps }) => factor ** (steps - 1),
    hint: 'One step is missing. Count how often the gradient goes back from one time to the one before.',
    highlights: ['row'],
  },
  {
    field: 'verdict',
    value: ({ w_norm, verdict }) => {
      const judged = verdictOf(w_norm);
      return judged === verdict ? undefined : judged;
    },
    hint: 'This looks at $W$ alone. Compare with 1 the factor of a whole step, the slope included.',
    highlights: ['w_norm', 'tanh_prime'],
  },
];
