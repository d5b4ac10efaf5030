import type { Random } from '../../../src/author';
import { residual, type Givens, type Model } from './model';
import { slips } from './slips';

/** Small derivatives of either sign, at depths that leave numbers to read. */
export function vary(random: Random): Givens {
  for (;;) {
    const givens = {
      f_prime: random.pick([-0.5, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.5]),
      depth: random.pick([3, 4, 5, 8, 10, 15]),
      upstream: random.pick([0.5, 1, 2, 4]),
    };
    if (readsWell(residual(givens))) return givens;
  }
}

const readsWell = (model: Model): boolean =>
  slips.every(({ field, value }) => {
    const wrong = value(model);
    if (typeof wrong !== 'number') return field === 'backward';
    const right = model[field as 'residual_after'];
    return Math.abs(wrong - right) > 0.02 * Math.abs(right);
  });
