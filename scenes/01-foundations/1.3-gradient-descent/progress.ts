import type { Model } from './model';
import { shownAt } from './solution';

/** How many steps of the run are drawn at time t, with a fraction while one is being taken. */
export function reached(model: Model, t: number): number {
  const { first, rest } = shownAt(model);
  const begun = Math.min(1, Math.max(0, t - first + 1));
  if (rest === first) return begun;
  return begun + Math.min(1, Math.max(0, t - rest + 1)) * (model.steps - 1);
}
