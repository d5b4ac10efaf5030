import type { Random } from '../../../src/author';
import { lstm, type Givens, type Model } from './model';
import { slips } from './slips';

type Drawn = Pick<Givens, 'f' | 'i' | 'c_tilde' | 'c_prev' | 'o'>;

/** Gates in tenths and a cell in halves, with slips that lead elsewhere. */
export const variesFrom =
  (defaults: Omit<Givens, keyof Drawn>) =>
  (random: Random): Drawn => {
    for (;;) {
      const drawn = {
        f: random.grid(0.2, 0.9, 0.1),
        i: random.grid(0.2, 0.9, 0.1),
        c_tilde: random.pick([-0.8, -0.6, -0.5, -0.4, 0.3, 0.4, 0.5, 0.6, 0.8]),
        c_prev: random.grid(-2, 3, 0.5),
        o: random.grid(0.3, 0.9, 0.1),
      };
      if (readsWell(lstm({ ...defaults, ...drawn }))) return drawn;
    }
  };

const readsWell = (model: Model): boolean =>
  Math.abs(model.c) > 0.2 &&
  slips.every(({ field, value }) => {
    const wrong = value(model);
    return typeof wrong === 'number' && Math.abs(wrong - model[field as 'c' | 'h']) > 0.01;
  });
