import type { Random } from '../../../src/author';
import { carousel, type Givens } from './model';

/** Gates near 1 and factors well below it, such that something of the first is left to see. */
export function vary(random: Random): Partial<Givens> {
  for (;;) {
    const givens = {
      f: random.pick([0.9, 0.95, 0.97, 0.98, 0.99]),
      rnn_factor: random.grid(0.3, 0.8, 0.05),
      steps: random.pick([20, 30, 40, 50, 60, 80, 100]),
    };
    const { lstm_after } = carousel({ ...givens, gate: 'constant', forget_curve: [1] });
    // Large enough that one step more or less is another answer, and no share of it is 0.
    if (lstm_after > 0.05 && lstm_after < 0.9) return givens;
  }
}
