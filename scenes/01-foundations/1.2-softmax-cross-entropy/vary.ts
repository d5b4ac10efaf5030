import { showValue, type Random } from '../../../src/author';
import { crossEntropy, type Givens } from './model';
import { slips } from './slips';

/** Logits that differ, with shares that can be told from each other and slips that lead elsewhere. */
export function vary(random: Random): Givens {
  for (;;) {
    const count = random.integer(3, 4);
    const logits = Array.from({ length: count }, () => random.grid(-1.5, 3, 0.5));
    const model = crossEntropy({ logits, target: random.integer(0, count - 1) });
    const { p, target } = model;
    const answers: Readonly<Record<string, unknown>> = { ...model };
    const clear = slips.every(({ field, value }) => {
      const wrong = value(model);
      const right = answers[field] as typeof wrong;
      return wrong === undefined || !right || showValue(wrong) !== showValue(right);
    });
    if (clear && new Set(logits).size === count && Math.min(...p) > 0.02 && p[target] < 0.9)
      return { logits, target };
  }
}
