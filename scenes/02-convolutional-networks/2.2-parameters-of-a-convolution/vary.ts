import { wrongNumbers, type Random } from '../../../src/author';
import { countParameters, type Givens } from './model';
import { slips } from './slips';

/** Sizes of layers that are really used, at which no slip comes out right or like another. */
export function vary(random: Random): Givens {
  for (;;) {
    const givens = {
      in_channels: random.pick([1, 4, 6, 8, 16, 32]),
      filters: random.pick([8, 16, 32, 64]),
      kernel: random.pick([3, 5, 7]),
      bias: random.pick([true, true, false]),
      groups: random.pick([1, 1, 1, 2]),
    };
    if (givens.in_channels % givens.groups !== 0) continue;
    const model = countParameters(givens);
    const apart = (['per_filter', 'params', 'dense_params'] as const).every((field) => {
      const wrong = wrongNumbers(slips, field, model);
      return !wrong.includes(model[field]) && new Set(wrong).size === wrong.length;
    });
    if (apart) return givens;
  }
}
