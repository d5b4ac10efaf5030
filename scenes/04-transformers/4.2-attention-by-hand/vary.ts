import { sameValue, showValue, type Random } from '../../../src/author';
import { attention, type Givens, type Model } from './model';
import { slips } from './slips';

/** Small whole numbers whose classic slips all lead somewhere else. */
export function vary(random: Random): Givens {
  const draw = (low: number, high: number) =>
    Array.from({ length: 2 }, () => Array.from({ length: 2 }, () => random.integer(low, high)));
  for (;;) {
    const givens = { Q: draw(-1, 2), K: draw(-1, 2), V: draw(-2, 4), causal: false };
    if (readsWell(attention(givens))) return givens;
  }
}

function readsWell(model: Model): boolean {
  const { Q, K, weights, out } = model;
  const idle = [...Q, ...K].some((row) => row.every((x) => x === 0));
  const outs = slips.filter(({ field }) => field === 'out').map(({ value }) => value(model));
  return (
    !idle &&
    weights.flat().every((share) => share > 0.05 && share < 0.95) &&
    !sameValue(weights[0], weights[1]) &&
    outs.every((slip) => showValue(slip ?? out) !== showValue(out))
  );
}
