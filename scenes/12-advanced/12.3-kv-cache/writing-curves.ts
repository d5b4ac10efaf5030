import type { Writing } from './writing';

/** What one more character cost by either way; with a cache nothing where it had to be filled first. */
export interface Cost {
  readonly context: number;
  readonly anew: number;
  readonly cached?: number;
}

/** Of each context that was met by a step, the shortest time. */
export function timesOf(writing: Writing, step: number): Cost[] {
  return costsOf(writing, step, ({ time }) => time);
}

/** Multiply-adds of each context that was met by a step: the same whenever it is met. */
export function productsOf(writing: Writing, step: number): Cost[] {
  return costsOf(writing, step, ({ work }) => work);
}

/** Multiply-adds at the longest context that was met with the cache filled. */
export const productsOfLast = (writing: Writing, step: number): Required<Cost> | undefined =>
  productsOf(writing, step).findLast((cost): cost is Required<Cost> => cost.cached !== undefined);

function costsOf(
  writing: Writing,
  step: number,
  of: (step: { readonly work: number; readonly time: number }) => number,
): Cost[] {
  const costs = new Map<number, Cost>();
  const cached = writing.stepsAt('cached', step);
  writing.stepsAt('anew', step).forEach((anew, i) => {
    const { context } = anew;
    const before = costs.get(context);
    const one = cached[i].read === 1 ? of(cached[i]) : undefined;
    costs.set(context, {
      context,
      anew: Math.min(of(anew), before?.anew ?? Infinity),
      cached: one === undefined ? before?.cached : Math.min(one, before?.cached ?? Infinity),
    });
  });
  return [...costs.values()].sort((a, b) => a.context - b.context);
}
