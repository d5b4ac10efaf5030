import { progress } from '../../../src/author';
import { SMALLEST_NORMAL, type Model } from './model';
import { steps } from './solution';

/** The logarithmic chart looks ahead this many times as far as the gradient travels, at most. */
const AHEAD = 10;
/** Powers of ten: past both limits of float32, and the ends of float64. */
const FLOAT32 = -41;
const FLOAT64 = [-323, 308] as const;
/** What the linear axis still shows; a curve that grows further leaves it. */
const LINEAR_TOP = 1000;

const between = (from: number, to: number, share: number): number => from + (to - from) * share;

/** Axes keep still until step 2 unfolds what is left: before, they would tell. */
const unfolded = (t: number): number => progress(t, steps.after - 1, steps.after);

/** The end of the linear axis. */
export const linearTop = (model: Model, t: number): number =>
  between(
    Math.max(1, t >= steps.factor ? Math.min(model.factor, LINEAR_TOP) : 1),
    Math.min(LINEAR_TOP, Math.max(1, model.after)),
    unfolded(t),
  ) * 1.02;

/** Steps until a shrinking curve has left the range of float32; a growing one is not followed. */
const leavesFloat32 = ({ factor }: Model): number => {
  if (factor === 0 || factor >= 1) return 1;
  return Math.log(SMALLEST_NORMAL) / Math.log(factor);
};

/** How many steps back the logarithmic chart shows. */
export function horizonOf(model: Model, t: number): number {
  const ahead = Math.min(AHEAD * model.steps, 1.04 * leavesFloat32(model));
  return between(model.steps, Math.max(model.steps, ahead), unfolded(t));
}

/** The powers of ten the logarithmic chart shows. */
export function logDomain({ after }: Model, t: number): readonly [number, number] {
  const [least, most] = FLOAT64;
  const power = Math.min(most, Math.max(least, Math.log10(after)));
  const low = Math.max(least, Math.min(FLOAT32, power - 1));
  return [between(FLOAT32, low, unfolded(t)), between(1, Math.max(1, power), unfolded(t))];
}
