import { numbersOf, type Random } from '../../../src/author';
import { multiHead, type Givens } from './model';
import { slips } from './slips';

/** Sizes of layers that are really used; no slip comes out right, and width and heads are told apart. */
export function vary(random: Random): Givens {
  for (;;) {
    const givens = {
      d_model: random.pick([64, 128, 192, 256, 384, 512, 768, 1024, 2048]),
      heads: random.pick([8, 12, 4, 16, 6]),
      n: random.pick([32, 64, 100, 128, 200, 256, 512]),
    };
    if (givens.d_model % givens.heads !== 0) continue;
    const model = multiHead(givens);
    const { d_k, heads, n } = model;
    const right = { d_k, flops_multi: model.flops_multi, flops_single: model.flops_single };
    const apart = Object.entries(right).every(
      ([field, value]) =>
        !slips.some(
          (slip) => slip.field === field && numbersOf(slip.value(model) ?? []).includes(value),
        ),
    );
    if (apart && d_k !== heads && d_k !== n && d_k !== heads ** 2 && d_k > 8) return givens;
  }
}
