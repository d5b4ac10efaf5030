import type { Random } from '../../../src/author';
import { unroll, type Givens } from './model';
import { slips } from './slips';

/** Short sequences whose states are neither near 0 nor saturated, with slips that lead elsewhere. */
export function vary(random: Random): Givens {
  for (;;) {
    const sign = () => random.pick([-1, 1]);
    const givens = {
      w_xh: sign() * random.grid(0.3, 1, 0.1),
      w_hh: sign() * random.grid(0.5, 1.2, 0.1),
      b_h: sign() * random.grid(0.1, 0.4, 0.1),
      w_hy: sign() * random.grid(1, 3, 0.5),
      b_y: sign() * random.grid(0.5, 1.5, 0.5),
      h0: random.pick([0, 0, 0.5, -0.5]),
      x: Array.from({ length: random.integer(2, 3) }, () => random.pick([-2, -1, 0.5, 1, 1.5, 2])),
    };
    if (readsWell(givens)) return givens;
  }
}

function readsWell(givens: Givens): boolean {
  const model = unroll(givens);
  const right = new Map([['y', model.y], ...model.h.map((h, t): [string, number] => [`h${t}`, h])]);
  return (
    model.h.slice(1).every((h) => Math.abs(h) > 0.1 && Math.abs(h) < 0.96) &&
    Math.abs(model.y) > 0.1 &&
    slips.every(({ field, value }) => {
      const wrong = value(model);
      return typeof wrong !== 'number' || Math.abs(wrong - right.get(field)!) > 0.02;
    })
  );
}
