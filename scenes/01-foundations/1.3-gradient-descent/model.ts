import { decimals, significant, type Format } from '../../../src/author';

/** The update rules, by the word a link has for them. */
export const optimizers = {
  sgd: 'gradient descent (sgd)',
  momentum: 'momentum',
  nesterov: 'Nesterov momentum',
  rmsprop: 'RMSprop',
  adam: 'Adam',
} as const;
export type Optimizer = keyof typeof optimizers;

/** What a reader can change. */
export interface Givens {
  readonly c: number;
  readonly w0: number;
  readonly lr: number;
  readonly steps: number;
  readonly optimizer: Optimizer;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Ends of the givens that are dragged in the picture. */
export const ranges = {
  position: { min: -1e6, max: 1e6 },
  lr: { min: 0, max: 10 },
} as const;

/** What becomes of the run: for ever, not only over the steps shown. */
export const regimes = ['converges', 'oscillates', 'diverges', 'stays'] as const;
export type Regime = (typeof regimes)[number];

/** Everything that follows from the givens. */
export interface Model extends Givens {
  /** w₀ … w_steps. */
  readonly iterates: readonly number[];
  /** f′(w) at w₀ … w_(steps − 1). */
  readonly gradients: readonly number[];
  /** What each step of plain gradient descent multiplies the error w − c by. */
  readonly multiplier: number;
  readonly fixedPoint: number;
  readonly regime: Regime;
}

/** What an optimiser carries from step to step: a velocity or mean, and a mean of squares. */
interface Memory {
  readonly first: number;
  readonly second: number;
}

type Update = (
  givens: Givens,
  gradient: number,
  memory: Memory,
  t: number,
) => { readonly memory: Memory; readonly change: number };

/**
 * The five rules as PyTorch's `torch.optim` has them; `t` counts from 1. Momentum and Nesterov
 * multiply the whole velocity by lr (Sutskever et al., 2013, put lr inside it). RMSprop (Tieleman
 * and Hinton, 2012) uses beta2 for the decay of its squares; Adam: Kingma and Ba, 2015.
 */
const updates: Record<Optimizer, Update> = {
  sgd: ({ lr }, g, memory) => ({ memory, change: lr * g }),
  momentum({ lr, momentum }, g, { first }) {
    const velocity = momentum * first + g;
    return { memory: { first: velocity, second: 0 }, change: lr * velocity };
  },
  nesterov({ lr, momentum }, g, { first }) {
    const velocity = momentum * first + g;
    return { memory: { first: velocity, second: 0 }, change: lr * (g + momentum * velocity) };
  },
  rmsprop({ lr, beta2, epsilon }, g, { second }) {
    const square = beta2 * second + (1 - beta2) * g ** 2;
    return {
      memory: { first: 0, second: square },
      change: (lr * g) / (Math.sqrt(square) + epsilon),
    };
  },
  adam({ lr, beta1, beta2, epsilon }, g, { first, second }, t) {
    const mean = beta1 * first + (1 - beta1) * g;
    const square = beta2 * second + (1 - beta2) * g ** 2;
    const meanHat = mean / (1 - beta1 ** t);
    const squareHat = square / (1 - beta2 ** t);
    return {
      memory: { first: mean, second: square },
      change: (lr * meanHat) / (Math.sqrt(squareHat) + epsilon),
    };
  },
};

/** w₀ … w_steps under a rule, with the slope taken by `slope` (f′ unless a slip is acted out). */
export function descend(givens: Givens, slope: (w: number) => number): number[] {
  const iterates = [givens.w0];
  let memory: Memory = { first: 0, second: 0 };
  for (let t = 1; t <= givens.steps; t += 1) {
    const w = iterates[t - 1];
    const update = updates[givens.optimizer](givens, slope(w), memory, t);
    memory = update.memory;
    iterates.push(w - update.change);
  }
  return iterates;
}

/** f′(w) of f(w) = (w − c)². */
export const slopeAt = (w: number, c: number): number => 2 * (w - c);

export function gradientDescent(givens: Givens): Model {
  const { c, w0, lr, steps } = givens;
  const iterates = descend(givens, (w) => slopeAt(w, c));
  const multiplier = 1 - 2 * lr;
  return {
    ...givens,
    iterates,
    gradients: iterates.slice(0, steps).map((w) => slopeAt(w, c)),
    multiplier,
    fixedPoint: c,
    regime: regimeOf(w0, c, multiplier),
  };
}

function regimeOf(w0: number, c: number, multiplier: number): Regime {
  if (w0 === c || multiplier === 1) return 'stays';
  if (Math.abs(multiplier) > 1) return 'diverges';
  return multiplier < 0 ? 'oscillates' : 'converges';
}

/** Three decimals, and a power of ten where a run has left the numbers a reader can read. */
export const formatOf = (x: number): Format =>
  Math.abs(x) >= 1e6 && Number.isFinite(x) ? significant(4) : decimals(3);
