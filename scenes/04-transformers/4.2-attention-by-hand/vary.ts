import { matmul, sameValue, showValue, type Random } from '../../../src/author';
import {
  attention,
  weightsByColumns,
  weightsDividedBy,
  weightsUntransposed,
  type Givens,
  type Model,
} from './model';

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
  const { Q, K, V, weights, out } = model;
  const wrong = [
    weightsDividedBy(model, 1),
    weightsDividedBy(model, model.d_k),
    weightsByColumns(model),
    weightsUntransposed(model) ?? weights,
  ];
  const idle = [...Q, ...K].some((row) => row.every((x) => x === 0));
  return (
    !idle &&
    weights.flat().every((share) => share > 0.05 && share < 0.95) &&
    !sameValue(weights[0], weights[1]) &&
    wrong.every((each) => showValue(matmul(each, V)) !== showValue(out))
  );
}
