import type { Random } from '../../../src/author';
import type { Givens } from './model';

/** Smooth functions away from their flat parts, and an ε at which both errors can be seen. */
export const vary = (random: Random): Givens => ({
  f: random.pick(['sin', 'square', 'exp', 'sigmoid', 'softplus'] as const),
  w: random.grid(0.2, 1.4, 0.1),
  eps: random.pick([1e-5, 1e-4, 1e-3, 1e-2]),
});
