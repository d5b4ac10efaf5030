import type { Random } from '../../../src/author';
import type { Givens } from './model';

/** Widths other than the original, where 1 and the root of the width differ. */
export const vary = (random: Random): Givens => ({
  d_k: random.pick([4, 9, 16, 25, 32, 36, 48, 80, 96, 100, 128, 144, 256, 400, 512, 1024]),
  scaled: true,
});
