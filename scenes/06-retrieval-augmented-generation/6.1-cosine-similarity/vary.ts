import { numbersOf, type Random, type Vector } from '../../../src/author';
import { compareDirections, type Givens, type Model } from './model';
import { slips } from './slips';

/** Small whole numbers in two or three dimensions, at an angle that every slip misses. */
export function vary(random: Random): Givens {
  for (;;) {
    const length = random.integer(2, 3);
    const draw = (): Vector => Array.from({ length }, () => random.integer(-2, 4));
    const model = compareDirections({ a: draw(), b: draw() });
    if (readsWell(model)) return { a: model.a, b: model.b };
  }
}

/** Neither on one line nor at right angles, in directions of their own. */
function readsWell(model: Model): boolean {
  const { a, b, cosine } = model;
  return (
    [a, b].every((v) => v.filter((x) => x !== 0).length > 1) &&
    Math.abs(cosine) > 0.15 &&
    Math.abs(cosine) < 0.97 &&
    slips.every(({ field, value }) => {
      const wrong = numbersOf(value(model) ?? Infinity)[0];
      return Math.abs(wrong - numbersOf(model[field as keyof Model])[0]) > 0.2;
    })
  );
}
