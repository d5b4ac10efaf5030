import { numbersOf, type Random } from '../../../src/author';
import { compareDesigns, type Givens, type Model } from './model';
import { slips } from './slips';

/** Chains of a few agents in which every slip leads elsewhere. */
export function vary(random: Random): Givens {
  for (;;) {
    const givens = {
      agents: random.integer(2, 4),
      p_success: random.grid(0.7, 0.95, 0.05),
      p_handoff: random.grid(0.85, 0.98, 0.01),
      calls_per_agent: random.integer(2, 6),
      latency: random.pick([1, 1.5, 2, 3, 4]),
      price: random.pick([0.01, 0.02, 0.03, 0.05]),
      specialist_gain: random.pick([0.02, 0.03, 0.05, 0.08, 0.1]),
    };
    if (readsWell(compareDesigns(givens))) return givens;
  }
}

/** Slips that are no answer, and a gain that does not make a specialist perfect. */
const readsWell = (model: Model): boolean =>
  model.p_agent < 0.995 &&
  model.p_agent !== model.p_handoff &&
  slips.every(({ field, value }) => {
    const [wrong] = numbersOf(value(model) ?? Infinity);
    const [right] = numbersOf(model[field as keyof Givens]);
    return Math.abs(wrong - right) > 0.004 * Math.max(1, right);
  });
