import { dot, type Vector } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  readonly a: Vector;
  readonly b: Vector;
}

export interface Model extends Givens {
  /** Entry times entry. */
  readonly products: Vector;
  readonly dot: number;
  readonly norm_a: number;
  readonly norm_b: number;
  readonly cosine: number;
  /** In degrees. */
  readonly angle: number;
  /** How the first vector is stretched in the last step. */
  readonly stretch: number;
}

/** What the entries of a vector may be. */
export const range = { min: -1e6, max: 1e6 };

const STRETCH = 2;

/** The cosine of the angle between two vectors, each with a direction. */
export function compareDirections({ a, b }: Givens): Model {
  const [norm_a, norm_b] = [Math.hypot(...a), Math.hypot(...b)];
  const cosine = dot(a, b) / (norm_a * norm_b);
  return {
    a,
    b,
    products: a.map((x, i) => x * b[i]),
    dot: dot(a, b),
    norm_a,
    norm_b,
    cosine,
    angle: (arccos(cosine) * 180) / Math.PI,
    stretch: STRETCH,
  };
}

/** Closer to 1 a cosine differs from it by the roundings of its parts only. */
const ROUNDINGS = 1e-15;

/** The arccosine, exact where the vectors lie on one line. */
export function arccos(cosine: number): number {
  if (1 - Math.abs(cosine) < ROUNDINGS) return cosine > 0 ? 0 : Math.PI;
  return Math.acos(cosine);
}
