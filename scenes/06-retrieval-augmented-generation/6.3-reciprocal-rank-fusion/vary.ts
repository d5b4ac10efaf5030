import { numbersOf, shown, type Random, type Value } from '../../../src/author';
import { fuse, rivalOf, type Givens } from './model';
import { slips } from './slips';
import { format } from './solution';

/** Ranks that differ, with slips that lead elsewhere and no other document level with A. */
export function vary(random: Random): Givens {
  for (;;) {
    const ranks = Array.from({ length: random.integer(2, 3) }, () => random.integer(1, 12));
    const givens = { ranks, k: random.pick([10, 20, 40, 60]) };
    const model = fuse(givens);
    const clear = slips.every(({ field, value }) =>
      differs(value(model), field === 'score' ? model.score : model.contributions),
    );
    if (clear && new Set(ranks).size === ranks.length && differs(rivalOf(model).score, model.score))
      return givens;
  }
}

/** Whether a value is off by more than what passes as rounded early, two of the last place shown. */
const differs = (wrong: Value | undefined, right: Value): boolean =>
  wrong === undefined ||
  numbersOf(wrong).some(
    (x, i) => Math.abs(shown(x, format) - shown(numbersOf(right)[i], format)) > 2.5e-4,
  );
