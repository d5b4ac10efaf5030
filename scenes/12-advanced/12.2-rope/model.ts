import { dot, rotated, type Vector } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  readonly q: Vector;
  readonly k: Vector;
  /** Positions of the query and of the key. */
  readonly m: number;
  readonly n: number;
  /** Radians a position. */
  readonly theta: number;
  /** How far both are moved on. */
  readonly shift: number;
}

export interface Model extends Givens {
  readonly turned_q: Vector;
  readonly turned_k: Vector;
  readonly dot: number;
  readonly dot_shifted: number;
  readonly relative: number;
}

export const ranges = {
  entry: { min: -10, max: 10, step: 0.5 },
  position: { min: 0, max: 1_000_000, step: 1 },
  theta: { min: 0, max: 3.2, step: 0.1 },
};

/** Rotary position embedding (Su et al., 2021) of one pair of entries. */
export function rope(givens: Givens): Model {
  const { q, k, m, n, theta, shift } = givens;
  const turned_q = rotated(q, m * theta);
  const turned_k = rotated(k, n * theta);
  return {
    ...{ ...givens, turned_q, turned_k },
    dot: dot(turned_q, turned_k),
    dot_shifted: dot(rotated(q, (m + shift) * theta), rotated(k, (n + shift) * theta)),
    relative: n - m,
  };
}

/** The score if the key stood so many positions behind the query. */
export const scoreAt = ({ q, k, theta }: Givens, distance: number): number =>
  dot(q, rotated(k, distance * theta));
