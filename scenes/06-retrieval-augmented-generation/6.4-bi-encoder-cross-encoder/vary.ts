import type { Random } from '../../../src/author';
import { countPasses, type Givens } from './model';
import { slips } from './slips';

/** Collections that are searched in earnest, by more than one question. */
export function vary(random: Random): Givens {
  for (;;) {
    const givens = {
      documents: random.pick([20_000, 50_000, 100_000, 200_000, 500_000, 2_000_000]),
      queries: random.integer(2, 9),
      shortlist: random.pick([20, 30, 50, 80, 100, 150, 200]),
    };
    const model = countPasses(givens);
    if (slips.every(({ value }) => value(model) !== undefined)) return givens;
  }
}
