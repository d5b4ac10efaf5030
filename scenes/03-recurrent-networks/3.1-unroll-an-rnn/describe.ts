import { show, decimals, type Unfolding } from '../../../src/author';
import type { Model } from './model';
import { reached } from './motion';

/** How steep tanh is where each step works, which no formula of the solution says. */
export function describe(model: Model, unfolding: Unfolding): string {
  const slopes = model.h
    .slice(1)
    .filter((_, i) => reached(unfolding, i + 1, model.count).bent === 1)
    .map((h, i) => `${show(1 - h * h, decimals(2))} at step ${i + 1}`);
  const chain = `A chain of ${model.count} copies of one unit, from the first state to the output, above the curve of tanh.`;
  return slopes.length === 0 ? chain : `${chain} The slope of tanh is ${slopes.join(', ')}.`;
}
