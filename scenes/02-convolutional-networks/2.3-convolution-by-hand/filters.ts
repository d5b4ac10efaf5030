import type { Matrix } from '../../../src/author';
import { turned } from './model';

/** The filters a reader can choose, and their names. */
export const filterNames = {
  blur: 'blur',
  sharpen: 'sharpen',
  'sobel-x': 'Sobel x',
  'sobel-y': 'Sobel y',
  laplacian: 'Laplacian',
  emboss: 'emboss',
  own: 'own weights',
} as const;

export type Filter = keyof typeof filterNames;

const BLUR = 11;

const presets: Readonly<Record<Exclude<Filter, 'own'>, Matrix>> = {
  blur: Array.from({ length: BLUR }, () => new Array<number>(BLUR).fill(1 / BLUR ** 2)),
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0],
  ],
  'sobel-x': [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ],
  'sobel-y': [
    [-1, -2, -1],
    [0, 0, 0],
    [1, 2, 1],
  ],
  laplacian: [
    [0, 1, 0],
    [1, -4, 1],
    [0, 1, 0],
  ],
  emboss: [
    [-2, -1, 0],
    [-1, 1, 1],
    [0, 1, 2],
  ],
};

/** The filters that come with the page. */
export const presetNames = Object.keys(presets) as readonly (keyof typeof presets)[];

/** What a filter looks for, in a few words. */
export const filterSays: Readonly<Record<Filter, string>> = {
  blur: 'the mean of 11 × 11 pixels',
  sharpen: 'each pixel, less its neighbours',
  'sobel-x': 'change from left to right',
  'sobel-y': 'change from top to bottom',
  laplacian: 'the neighbours, less four times the pixel',
  emboss: 'light from the lower right',
  own: 'the weights you wrote',
};

/** The weights of the chosen filter, as they are written. */
export const tapsOf = (filter: Filter, own: Matrix): Matrix =>
  filter === 'own' ? own : presets[filter];

/** A filter made ready for the kernel, and how its sums become light. */
export interface Prepared {
  readonly size: number;
  /** Σ|weight|, or 1 where all are 0: the weights are divided by it. */
  readonly strength: number;
  /** Row by row, |sum| ≤ 1 on any picture: float32 has the same room whatever the weights. */
  readonly weights: Float32Array;
  /** Its weights sum to 0, so that its sums are of either sign. */
  readonly signed: boolean;
  /** The sums shown as black and as white. */
  readonly domain: readonly [number, number];
  /** How its sums are shown, for the reader. */
  readonly says: string;
}

export function prepare(taps: Matrix, flip: boolean): Prepared {
  const laid = (flip ? turned(taps) : taps).flat();
  const strength = laid.reduce((sum, weight) => sum + Math.abs(weight), 0) || 1;
  const total = laid.reduce((sum, weight) => sum + weight, 0);
  const signed = Math.abs(total) <= 1e-9 * strength;
  return {
    size: taps.length,
    strength,
    weights: Float32Array.from(laid, (weight) => weight / strength),
    signed,
    domain: [signed ? -1 / strength : 0, 1 / strength],
    says: signed
      ? 'Its weights sum to 0: grey is 0, lighter is positive, darker negative.'
      : Math.abs(total - 1) <= 1e-9 * strength
        ? 'Its weights sum to 1, so the brightness stays.'
        : `Its weights sum to ${Number(total.toPrecision(3))}, so the brightness is multiplied by that and cut off at black and white.`,
  };
}
