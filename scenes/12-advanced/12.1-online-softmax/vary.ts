import { sameValue, show, type Random, type Value } from '../../../src/author';
import { stream, type Givens, type Model } from './model';
import { slips } from './slips';

/** Three or four small whole scores whose slips all lead somewhere else. */
export function vary(random: Random): Givens {
  for (;;) {
    const count = random.integer(3, 4);
    const draw = (low: number, high: number) =>
      Array.from({ length: count }, () => random.integer(low, high));
    const block = count === 4 ? random.integer(1, 2) : 1;
    const givens = { scores: draw(-2, 4), values: draw(-2, 5), block };
    if (readsWell(stream(givens))) return givens;
  }
}

function readsWell(model: Model): boolean {
  const { scores, values, rescale, m, l, o, out } = model;
  const answers: Readonly<Record<string, Value>> = { m, rescale, l, o, out };
  const moved = rescale.slice(1).filter((factor) => factor < 1);
  return (
    new Set(scores).size === scores.length &&
    new Set(values).size > 2 &&
    moved.length > 0 &&
    Math.min(...moved) > 0.01 &&
    Math.abs(out) > 0.05 &&
    slips.every(({ field, value }) => {
      const wrong = value(model);
      return wrong === undefined ? field === 'm' : !looksLike(wrong, answers[field]);
    })
  );
}

/** Equal to two decimals: too near for a hint to tell them apart. */
function looksLike(a: Value, b: Value): boolean {
  const coarse = (value: Value): string[] =>
    [value].flat(2).map((x) => show(Number(x), { kind: 'decimals', digits: 2 }));
  return sameValue(a, b) || coarse(a).every((text, i) => text === coarse(b)[i]);
}
