import type { Dimensions, Knobs } from '../../../src/compute/kernel';

/** The dimensions that a convolution of images and its gradients have in common. */
export const CONVOLUTION = [
  ...['batch', 'inputs', 'outputs', 'groups', 'height', 'width'],
  ...['outHeight', 'outWidth', 'kernelHeight', 'kernelWidth'],
] as const;

/** How the kernel slides: steps, zeros around the image, and gaps between its taps. */
export const SLIDING = {
  stride: { type: 'u32', min: 1, max: 8 },
  padding: { type: 'u32', min: 0, max: 16 },
  dilation: { type: 'u32', min: 1, max: 8 },
} as const;

/** How many positions a kernel of `size` has on `length` pixels: the usual size of the output. */
export const positionsOf = (
  length: number,
  size: number,
  { stride = 1, padding = 0, dilation = 1 } = {},
): number => Math.floor((length + 2 * padding - dilation * (size - 1) - 1) / stride) + 1;

/** Channels of one group, taps of one of its kernels, numbers of one image and one result. */
export function sizesOf(d: Dimensions) {
  const [inputs, outputs] = [d.inputs / d.groups, d.outputs / d.groups];
  const taps = inputs * d.kernelHeight * d.kernelWidth;
  return { inputs, outputs, taps, pixels: d.height * d.width, results: d.outHeight * d.outWidth };
}

/** What is wrong with the sizes of a convolution, if anything. */
export function convolutionFits({ inputs, outputs, groups, height, width }: Dimensions) {
  if (inputs % groups > 0) return `groups is ${groups}; it does not divide ${inputs} inputs`;
  if (outputs % groups > 0) return `groups is ${groups}; it does not divide ${outputs} outputs`;
  if (Math.max(height, width) > 65_535) {
    return `an image of ${height} × ${width}; at most 65,535 pixels a side`;
  }
  return undefined;
}

/** The taps of the kernel at position (y, x) that lie in the image, each with its pixel. */
export function* tapsOf(d: Dimensions, { stride, padding, dilation }: Knobs, y: number, x: number) {
  for (let i = 0; i < d.kernelHeight; i += 1) {
    for (let j = 0; j < d.kernelWidth; j += 1) {
      const row = y * stride + i * dilation - padding;
      const column = x * stride + j * dilation - padding;
      if (row < 0 || row >= d.height || column < 0 || column >= d.width) continue;
      yield { pixel: row * d.width + column, tap: i * d.kernelWidth + j };
    }
  }
}

/** A row of results that a tap meets, and the row of pixels under it. */
export interface Line {
  /** The first result of the row that has a pixel, and how many have one. */
  readonly from: number;
  readonly count: number;
  /** The pixel of the first, counted in its channel; the next ones are `stride` apart. */
  readonly pixel: number;
}

/** Row `y` of results as tap (i, j) meets it, or nothing where all its pixels are padding. */
export function lineOf(
  d: Dimensions,
  { stride, padding, dilation }: Knobs,
  y: number,
  i: number,
  j: number,
): Line | undefined {
  const row = y * stride + i * dilation - padding;
  if (row < 0 || row >= d.height) return undefined;
  const left = j * dilation - padding;
  const from = Math.max(0, Math.ceil(-left / stride));
  const end = Math.min(d.outWidth, Math.ceil((d.width - left) / stride));
  if (end <= from) return undefined;
  return { from, count: end - from, pixel: row * d.width + left + from * stride };
}

/** One channel, one pixel, one weight, except for what is said: for edges. */
export const plain = (sizes: Dimensions): Dimensions => ({
  ...Object.fromEntries(CONVOLUTION.map((name) => [name, 1])),
  ...sizes,
});
