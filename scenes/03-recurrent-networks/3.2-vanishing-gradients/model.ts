/** What a reader can change by hand. */
export interface Givens {
  /** ‖W‖, the largest factor by which the recurrent matrix stretches a vector. */
  readonly w_norm: number;
  /** The slope of tanh where the units work, at most 1. */
  readonly tanh_prime: number;
  /** T, how many steps back the gradient travels. */
  readonly steps: number;
}

/** Ends of the givens: wide enough to overflow and underflow, which the page then says. */
export const ranges = {
  w_norm: { min: 0, max: 10 },
  tanh_prime: { min: 0, max: 1 },
  steps: { min: 1, max: 1000 },
} as const;

/** Below 1 the bound proves vanishing; above 1 it only allows explosion. */
export type Verdict = 'vanishes' | 'holds' | 'explodes';

/** What a reader sees of it: above 1 nothing is proved. */
export const verdicts: Readonly<Record<Verdict, string>> = {
  vanishes: 'vanishes',
  holds: 'holds',
  explodes: 'can explode',
};

export interface Model extends Givens {
  /** γ = ‖W‖·tanh′, the bound on one step back. */
  readonly factor: number;
  /** γ^T; 0 where float64 has no smaller number, Infinity where it has no larger one. */
  readonly after: number;
  readonly verdict: Verdict;
  /** Steps until half is left; Infinity when it holds, absent when it grows. */
  readonly half_life: number | undefined;
}

/** A factor this close to 1 counts as 1: decimals such as 0.7·(1/0.7) miss it by less. */
export const TOLERANCE = 1e-9;

/** Half the gap between 1 and the next float32: what is smaller is lost when added to 1. */
export const LOST = 2 ** -24;

/** The smallest normal float32. */
export const SMALLEST_NORMAL = 2 ** -126;

/** The forget gate of an LSTM that has learnt to remember, for comparison. */
export const GATE = 0.99;

export function verdictOf(factor: number): Verdict {
  if (Math.abs(factor - 1) <= TOLERANCE) return 'holds';
  return factor < 1 ? 'vanishes' : 'explodes';
}

function halfLifeOf(factor: number): number | undefined {
  const verdict = verdictOf(factor);
  if (verdict === 'explodes') return undefined;
  return verdict === 'holds' ? Infinity : Math.log(0.5) / Math.log(factor);
}

/**
 * The bound on a gradient carried back through a recurrent network, h_t = tanh(W·h_{t−1} + …):
 * each step multiplies it by Wᵀ·diag(tanh′), whose norm is at most ‖W‖·tanh′ (Pascanu, Mikolov and
 * Bengio, “On the difficulty of training recurrent neural networks”, 2013).
 */
export function vanishing(givens: Givens): Model {
  const { w_norm, tanh_prime, steps } = givens;
  const factor = w_norm * tanh_prime;
  return {
    w_norm,
    tanh_prime,
    steps,
    factor,
    after: factor ** steps,
    verdict: verdictOf(factor),
    half_life: halfLifeOf(factor),
  };
}

/** What is left after k steps. */
export const leftAfter = ({ factor }: Model, k: number): number => factor ** k;

/** Whether float64 holds what is left: not when it is too small, or too large, to be written. */
export function beyondFloat64(model: Model): 'underflows' | 'overflows' | undefined {
  if (model.after === Infinity) return 'overflows';
  return model.after === 0 && model.factor > 0 ? 'underflows' : undefined;
}
