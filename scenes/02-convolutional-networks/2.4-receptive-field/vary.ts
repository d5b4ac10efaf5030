import type { Random } from '../../../src/author';
import { receptiveField, type Givens } from './model';
import { slips } from './slips';

/** Stacks as networks have them, in which no two slips of a field lead to the same number. */
export function vary(random: Random): Givens {
  for (;;) {
    const givens = {
      layers: random.integer(2, 5),
      kernel: random.pick([3, 3, 5, 7]),
      stride: random.pick([1, 1, 2]),
      dilation: random.pick([1, 1, 2]),
    };
    const model = receptiveField(givens);
    const wrong = slips.map(({ field, value }) => `${field} ${String(value(model))}`);
    const known = wrong.filter((text) => !text.endsWith('undefined'));
    if (model.field <= 60 && new Set(known).size === known.length) return givens;
  }
}
