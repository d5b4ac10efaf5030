import type { Slip } from '../../../src/author';
import { verdictOf, type Model } from './model';

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'factor',
    value: ({ w_norm, tanh_prime }) => w_norm + tanh_prime,
    hint: 'The two were added. The chain rule multiplies: first the slope, then the weights.',
  },
  {
    field: 'factor',
    value: ({ w_norm }) => w_norm,
    hint: 'This is the norm of W alone. Each step back also passes through the slope of tanh.',
  },
  {
    field: 'factor',
    value: ({ tanh_prime }) => tanh_prime,
    hint: 'This is the slope of tanh alone. Each step back also passes through W.',
  },
  {
    field: 'after',
    value: ({ factor, steps }) => factor * steps,
    hint: 'This is the factor times the number of steps. Every step multiplies again: it is a power.',
  },
  {
    field: 'after',
    value: ({ w_norm, steps }) => w_norm ** steps,
    hint: 'Only the norm of W was raised to the power. The slope of tanh acts at every step too.',
  },
  {
    field: 'after',
    value: ({ w_norm, tanh_prime, steps }) => (w_norm + tanh_prime) ** steps,
    hint: 'The factor here is a sum, norm plus slope. One step back is their product.',
  },
  {
    field: 'after',
    value: ({ factor, steps }) => factor ** (steps - 1),
    hint: 'One step is missing: count how often the gradient crosses from one time to the one before.',
  },
  {
    field: 'verdict',
    value: ({ w_norm, verdict }) => {
      const judged = verdictOf(w_norm);
      return judged === verdict ? undefined : judged;
    },
    hint: 'This looks at W alone. What is compared with 1 is the factor of a whole step, slope included.',
  },
];
