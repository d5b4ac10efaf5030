import type { Random } from '../../../src/author';
import { masking, type Givens } from './model';
import { slips } from './slips';

const SPLITS = [
  [0.8, 0.1, 0.1],
  [0.7, 0.2, 0.1],
  [0.6, 0.3, 0.1],
  [0.7, 0.1, 0.2],
  [0.5, 0.3, 0.2],
  [0.6, 0.15, 0.25],
] as const;

/** Another rate and another split, at which every slip leads elsewhere. */
export function vary(random: Random): Givens {
  for (;;) {
    const [mask, swap, keep] = random.pick(SPLITS);
    const givens = {
      n: random.pick([200, 400, 500, 800, 1200, 2000, 5000]),
      mask_rate: random.pick([0.1, 0.2, 0.25, 0.3, 0.4]),
      ...{ mask, random: swap, keep },
      draw: random.integer(2, 999),
    };
    const model = masking(givens);
    if (slips.every(({ value }) => value(model) !== undefined)) return givens;
  }
}
