import type { Random } from '../../../src/author';
import type { Givens } from './model';

/** Two entries with a whole length, and a limit that shortens it by a round factor. */
export function vary(random: Random): Givens {
  const [a, b, norm] = random.pick([
    [3, 4, 5],
    [5, 12, 13],
    [8, 15, 17],
    [7, 24, 25],
    [20, 21, 29],
    [9, 12, 15],
  ] as const);
  const [sign, other] = [random.pick([1, -1]), random.pick([1, -1])];
  const shrink = random.pick([2, 4, 5]);
  const grads = random.pick([true, false]) ? [sign * a, other * b] : [other * b, sign * a];
  return { grads, max_norm: norm / shrink };
}
