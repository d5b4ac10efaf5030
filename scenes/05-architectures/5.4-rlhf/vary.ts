import { isVector, type Random, type Value } from '../../../src/author';
import { align, type Givens } from './model';
import { slips } from './slips';

const REFERENCES = [
  [0.5, 0.3, 0.2],
  [0.6, 0.3, 0.1],
  [0.4, 0.4, 0.2],
  [0.4, 0.3, 0.2, 0.1],
  [0.5, 0.2, 0.2, 0.1],
  [0.3, 0.3, 0.3, 0.1],
];

/** Whether two answers differ in the second decimal already, as far as they are numbers. */
function differs(a: Value, b: Value): boolean {
  if (isVector(a) && isVector(b)) return a.some((x, i) => Math.abs(x - b[i]) > 0.01);
  return typeof a !== 'number' || typeof b !== 'number' || Math.abs(a - b) > 0.01;
}

/** A price other than 1, where dividing and multiplying are the same, and answers none of which is gone. */
export function vary(random: Random): Givens {
  for (;;) {
    const reference = random.shuffle(random.pick(REFERENCES));
    const reward = random.shuffle([0, 1, 2, 3, 4, 5]).slice(0, reference.length);
    const givens = { reward, reference, beta: random.pick([0.5, 0.8, 1.5, 2, 2.5, 3]) };
    const model = align(givens);
    const clear = slips.every(({ field, value }) => {
      const wrong = value(model);
      return wrong === undefined || differs(wrong, model[field as keyof typeof model]);
    });
    if (clear && model.kl > 0.05 && Math.min(...model.policy) > 0.005) return givens;
  }
}
