import type { Vector } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  readonly grads: Vector;
  readonly max_norm: number;
}

export interface Model extends Givens {
  readonly norm: number;
  /** What every entry is multiplied by. */
  readonly scale: number;
  readonly clipped: Vector;
}

/** Clipping by the norm (Pascanu, Mikolov and Bengio, 2013). */
export function clip(givens: Givens): Model {
  const { grads, max_norm } = givens;
  const norm = Math.hypot(...grads);
  const scale = norm === 0 ? 1 : Math.min(1, max_norm / norm);
  return { ...givens, norm, scale, clipped: grads.map((g) => scale * g) };
}
