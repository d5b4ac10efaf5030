import type { Random } from '../../../src/author';
import type { Givens } from './model';

/** Now the run ends by itself, now the limit ends it; no slip leads to the right count. */
export function vary(random: Random): Givens {
  for (;;) {
    const givens = {
      tool_rounds: random.integer(1, 8),
      recursion_limit: random.pick([8, 10, 12, 15]),
    };
    const { tool_rounds: rounds, recursion_limit: limit } = givens;
    const steps = Math.min(2 * rounds + 1, limit);
    if (![2 * rounds, rounds + 1, 2 * rounds + 2].includes(steps)) return givens;
  }
}
