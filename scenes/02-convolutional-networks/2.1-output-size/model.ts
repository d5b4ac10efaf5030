import type { Slide } from '../../../src/author';

export interface Givens {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly pool: number;
  readonly pool_stride: number;
}

export interface Model extends Givens {
  /** The side of the image with its padding. */
  readonly padded: number;
  readonly conv: Slide;
  readonly conv_out: number;
  readonly pooling: Slide;
  readonly pool_out: number;
}

/** What every given may be. */
export const range = { min: 0, max: 1024, step: 1 };

/** A window of some cells, so far apart, over a row of cells. A last step that does not fit is not taken. */
export function slide(cells: number, size: number, stride: number, dilation = 1): Slide {
  const span = dilation * (size - 1) + 1;
  const taps = (position: number): number[] =>
    Array.from({ length: size }, (_, i) => position * stride + i * dilation);
  return { positions: Math.floor((cells - span) / stride) + 1, stride, span, taps };
}

export function outputSize(givens: Givens): Model {
  const { input, kernel, stride, padding, dilation, pool, pool_stride } = givens;
  const padded = input + 2 * padding;
  const conv = slide(padded, kernel, stride, dilation);
  const pooling = slide(conv.positions, pool, pool_stride);
  const [conv_out, pool_out] = [conv.positions, pooling.positions];
  return { ...givens, padded, conv, conv_out, pooling, pool_out };
}
