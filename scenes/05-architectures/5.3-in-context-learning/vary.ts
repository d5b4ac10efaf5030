import type { Random } from '../../../src/author';
import { learn } from './model';
import { slips } from './slips';
import type { Givens } from './task';

/** Few pairs, so that a hand can add them up; errors that differ, and slips that lead elsewhere. */
export function vary(random: Random): Partial<Givens> {
  for (;;) {
    const givens = {
      examples: random.integer(2, 4),
      noise: random.pick([0.1, 0.2, 0.3]),
      draw: random.integer(2, 99),
      query: random.pick([-1, 1]) * random.pick([0.4, 0.6, 0.8]),
    };
    const model = learn({ ...givens, labels: 'drawn', moved: [0] });
    const clear = slips.every(({ field, value }) => {
      const [wrong, right] = [value(model), model[field as keyof typeof model]];
      return typeof wrong !== 'number' || Math.abs(wrong - Number(right)) > 0.02;
    });
    const all = [model.icl_error, model.least_squares_error, model.classifier_error];
    const apart = all.every(
      (a, i) => a > 0.002 && all.every((b, j) => i === j || Math.abs(a - b) > 0.002),
    );
    // A truth halfway between two labels would be near to both.
    const near = Math.sqrt(model.classifier_error) < 0.35;
    if (clear && apart && near) return givens;
  }
}
