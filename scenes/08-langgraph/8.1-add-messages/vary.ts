import type { Random } from '../../../src/author';
import { MOST } from './messages';
import type { Givens } from './model';

/** As many messages in the state as are returned would hide what became of them. */
export function vary(random: Random): Givens {
  for (;;) {
    const history = random.integer(1, MOST.history);
    const returns = random.integer(1, MOST.returns);
    if (history !== returns) return { history, returns, reducer: random.pick([true, false]) };
  }
}
