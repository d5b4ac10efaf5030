import { show, significant, type Unfolding } from '../../../src/author';
import { leftAfter, LOST, SMALLEST_NORMAL, type Model } from './model';
import { threeDigits } from './solution';

/** What the lines of the solution do not say of a part: single steps, and the limits of float32. */
export function explain(model: Model, unfolding: Unfolding, part: string): string | undefined {
  const [name, index] = part.split('.');
  if (name === 'lost')
    return `$2^{-24}\\approx$ ${show(LOST, threeDigits)}: a float32 of size 1 does not change when this or less is added.`;
  if (name === 'smallest')
    return `$2^{-126}\\approx$ ${show(SMALLEST_NORMAL, threeDigits)}: the smallest normal float32.`;
  if (name === 'bound') return 'The true gradient lies somewhere in the shade, under the bound.';
  if (name !== 'decay' || !unfolding.shown(Number(index) > 1 ? 'after' : 'factor'))
    return undefined;
  const k = Number(index);
  const [factor, left] = [
    show(model.factor, significant(3)),
    show(leftAfter(model, k), threeDigits),
  ];
  return `${k} ${k === 1 ? 'step' : 'steps'} back, $\\gamma^{${k}}\\approx ${factor}^{${k}}\\approx$ ${left} is left.`;
}
