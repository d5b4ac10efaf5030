import { progress } from '../../../src/author';
import { leftAfter, SMALLEST_NORMAL, type Model } from './model';
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

/** Steps until the curve leaves the range of float32, below or above. */
const leavesFloat32 = ({ factor }: Model): number =>
  factor === 0 ? 1 : Math.abs(Math.log(SMALLEST_NORMAL) / Math.log(factor));

/** How many steps back the logarithmic chart shows. */
export function horizonOf(model: Model, t: number): number {
  const ahead = Math.min(AHEAD * model.steps, 1.04 * leavesFloat32(model));
  return between(model.steps, Math.max(model.steps, ahead), unfolded(t));
}

/** The powers of ten the logarithmic chart shows. */
export function logDomain(model: Model, t: number): readonly [number, number] {
  const exponent = (k: number): number => {
    const power = Math.log10(leftAfter(model, k));
    return Math.min(FLOAT64[1], Math.max(FLOAT64[0], power));
  };
  const low = Math.max(FLOAT64[0], Math.min(FLOAT32, exponent(model.steps) - 1));
  const high = Math.max(1, exponent(Math.max(model.steps, 0)));
  return [between(FLOAT32, low, unfolded(t)), between(1, high, unfolded(t))];
}
