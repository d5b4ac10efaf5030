import { numbersOf, type Random, type Vector } from '../../../src/author';
import { rope, type Givens } from './model';
import { slips } from './slips';

/** Arrows of small whole numbers, at an angle that every slip misses. */
export function vary(random: Random): Givens {
  for (;;) {
    const draw = (): Vector => [random.integer(-2, 2), random.integer(-2, 2)];
    const model = rope({
      ...{ q: draw(), k: draw(), m: random.integer(1, 9), n: random.integer(1, 9) },
      ...{ theta: random.grid(0.2, 1, 0.1), shift: random.integer(5, 40) },
    });
    const { q, k, m, n, theta, shift } = model;
    const arrows = [q, k].every((v) => v.some((x) => x !== 0));
    const clear = slips.every(({ field, value }) => {
      const wrong = numbersOf(value(model) ?? Infinity)[0];
      return Math.abs(wrong - numbersOf(model[field as keyof typeof model])[0]) > 0.05;
    });
    if (arrows && clear && Math.abs(model.dot) > 0.1) return { q, k, m, n, theta, shift };
  }
}
