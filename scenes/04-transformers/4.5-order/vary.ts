import type { Random } from '../../../src/author';
import { ordering, type Givens } from './model';

const SENTENCES = [
  'cats chase mice',
  'she sees him',
  'rain follows sun',
  'red beats blue',
  'Ann calls Bob again',
  'wolves hunt young deer',
  'tea cools before coffee',
] as const;

/** Another sentence with its tokens in another order; with positions the outputs differ visibly. */
export function vary(random: Random): Givens {
  for (;;) {
    const tokens = random.pick(SENTENCES);
    const order = random.shuffle(tokens.split(' ').map((_, i) => i));
    const positions = random.pick(['none', 'none', 'sinusoidal', 'rope'] as const);
    const givens = { tokens, order, positions };
    const moves = order.some((i, p) => i !== p);
    if (moves && (positions === 'none' || ordering(givens).difference > 0.01)) return givens;
  }
}
