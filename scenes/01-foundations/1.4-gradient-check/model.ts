import type { Vector } from '../../../src/author';
import { functionOf, type FunctionName } from './functions';

/** What a reader can change. */
export interface Givens {
  readonly f: FunctionName;
  readonly w: number;
  readonly eps: number;
}

/** A fitted slope, or why there is none. */
export type Order = number | 'exact' | 'undefined';

export interface Model extends Givens {
  readonly analytic: number;
  readonly central: number;
  readonly forward: number;
  readonly central_error: number;
  readonly forward_error: number;
  readonly order_central: Order;
  readonly order_forward: Order;
  /** Relative errors at each of `EPSILONS`. */
  readonly curves: Readonly<Record<'central' | 'forward' | 'central32', Vector>>;
  /** Round-off times ε, relative: divided by ε it is the floor below which no error is seen. */
  readonly unrounded: number;
}

/** Eight steps a decade. */
export const STEPS = 8;
export const SMALLEST = -12;
const LARGEST = 0;
export const EPSILONS: Vector = Array.from(
  { length: (LARGEST - SMALLEST) * STEPS + 1 },
  (_, i) => 10 ** (SMALLEST + i / STEPS),
);

/** Powers of ten of ε over which a slope is fitted. */
export const FITTED: Vector = [-4, -3, -2, -1];

/** Half the distance from 1 to the next number. */
export const ROUND_OFF = { float64: 2 ** -53, float32: 2 ** -24 };

type Scalar = (x: number) => number;

export const centralAt = (f: Scalar, w: number, eps: number): number =>
  (f(w + eps) - f(w - eps)) / (2 * eps);

export const forwardAt = (f: Scalar, w: number, eps: number): number => (f(w + eps) - f(w)) / eps;

/** Below this a derivative counts as 0. */
export const TINY = 1e-12;

/** |n − a| as a share of the larger of the two. */
export const relative = (n: number, a: number): number =>
  Math.abs(n - a) / Math.max(Math.abs(n), Math.abs(a), TINY);

/** A derivative beside two quotients that estimate it, and how wrong each is. */
export function gradientCheck(givens: Givens): Model {
  const { w, eps } = givens;
  const { f, derivative, kink } = functionOf(givens.f);
  const analytic = derivative(w);
  const errorOf =
    (estimate: typeof centralAt, g: Scalar = f) =>
    (e: number): number =>
      relative(estimate(g, w, e), analytic);
  const unrounded =
    Math.max(Math.abs(f(w)), Math.abs(w * analytic)) / Math.max(Math.abs(analytic), TINY);
  const order = (error: Scalar): Order => {
    if (kink !== undefined && Math.abs(w - kink) <= 10 ** Math.max(...FITTED)) return 'undefined';
    const errors = FITTED.map((x) => error(10 ** x));
    const isRoundOff = errors.every(
      (e, i) => e <= (8 * ROUND_OFF.float64 * unrounded) / 10 ** FITTED[i],
    );
    return isRoundOff ? 'exact' : slope(errors.map(Math.log10));
  };
  const single = (estimate: typeof centralAt) => (e: number) =>
    relative(
      estimate((x) => Math.fround(f(Math.fround(x))), Math.fround(w), Math.fround(e)),
      analytic,
    );
  return {
    ...givens,
    analytic,
    central: centralAt(f, w, eps),
    forward: forwardAt(f, w, eps),
    central_error: errorOf(centralAt)(eps),
    forward_error: errorOf(forwardAt)(eps),
    order_central: order(errorOf(centralAt)),
    order_forward: order(errorOf(forwardAt)),
    curves: {
      central: EPSILONS.map(errorOf(centralAt)),
      forward: EPSILONS.map(errorOf(forwardAt)),
      central32: EPSILONS.map(single(centralAt)),
    },
    unrounded,
  };
}

/** Least squares over the powers of ten in `FITTED`. */
function slope(logs: Vector): number {
  const middle = FITTED.reduce((a, b) => a + b, 0) / FITTED.length;
  const above = FITTED.reduce((sum, x, i) => sum + (x - middle) * logs[i], 0);
  return above / FITTED.reduce((sum, x) => sum + (x - middle) ** 2, 0);
}
