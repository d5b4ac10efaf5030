import { wrongNumbers, type Random } from '../../../src/author';
import { outputSize, type Givens } from './model';
import { slips } from './slips';

/** Sizes a notebook would have, some of them kept, with slips that lead elsewhere. */
export function vary(random: Random): Givens {
  for (;;) {
    const kernel = random.pick([3, 5, 7]);
    const same = random.uniform() > 0.6;
    const givens = {
      input: random.integer(12, 32),
      kernel,
      stride: same ? 1 : random.integer(1, 3),
      padding: same ? (kernel - 1) / 2 : random.integer(1, 3),
      dilation: 1,
      pool: random.integer(2, 3),
      pool_stride: 2,
    };
    const model = outputSize(givens);
    const wrong = new Set(wrongNumbers(slips, 'conv_out', model));
    if (model.pool_out >= 3 && wrong.size === 3) return givens;
  }
}
