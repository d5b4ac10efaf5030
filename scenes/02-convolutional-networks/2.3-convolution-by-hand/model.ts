import { zeros, type Matrix } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  readonly image: Matrix;
  readonly kernel: Matrix;
  readonly stride: number;
  readonly padding: number;
  readonly flip: boolean;
}

/** Everything that follows from an image (n × m) and a kernel (k × l). */
export interface Model extends Givens {
  /** The image with its border of zeros, (n + 2p) × (m + 2p). */
  readonly padded: Matrix;
  /** The kernel as it is laid on the image: turned by 180° for a true convolution. */
  readonly laid: Matrix;
  /** One sum of products for each position of the window, h × w. */
  readonly out: Matrix;
  /** The same with the kernel as it was given: cross-correlation. */
  readonly correlation: Matrix;
  /** Whether all outputs are equal, but for what binary arithmetic leaves behind. */
  readonly constant: boolean;
}

/** A border of `by` zeros on every side. */
export function pad(image: Matrix, by: number): number[][] {
  const padded = zeros(image.length + 2 * by, image[0].length + 2 * by);
  image.forEach((row, i) => row.forEach((x, j) => (padded[i + by][j + by] = x)));
  return padded;
}

/** Turned by 180°. */
export const turned = (kernel: Matrix): number[][] =>
  kernel.map((row) => [...row].reverse()).reverse();

/** Positions of a window of `window` pixels on `length` pixels, `stride` apart. */
const positions = (length: number, window: number, stride: number): number =>
  Math.floor((length - window) / stride) + 1;

/** Sums of products of the kernel with every window that lies wholly inside the image. */
export function correlate(image: Matrix, kernel: Matrix, stride = 1): number[][] {
  const rows = positions(image.length, kernel.length, stride);
  const columns = positions(image[0].length, kernel[0].length, stride);
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => {
      let sum = 0;
      kernel.forEach((weights, u) =>
        weights.forEach((weight, v) => {
          sum += weight * image[i * stride + u][j * stride + v];
        }),
      );
      return sum;
    }),
  );
}

/** The pixel that lies under weight (u, v) at a position of the window. */
export const pixelAt = (
  { padded, stride }: Pick<Model, 'padded' | 'stride'>,
  [i, j]: readonly [number, number],
  u: number,
  v: number,
): number => padded[i * stride + u][j * stride + v];

/** Largest minus smallest. */
const spread = (m: Matrix): number => Math.max(...m.flat()) - Math.min(...m.flat());

/** How far equal sums may lie apart: binary arithmetic rounds 0.1 + 0.2 and 0.3 differently. */
export function tolerance({ padded, kernel }: Pick<Model, 'padded' | 'kernel'>): number {
  const largest = (m: Matrix): number => Math.max(...m.flat().map(Math.abs));
  return 1e-12 * largest(padded) * largest(kernel) * kernel.flat().length;
}

export function convolve(givens: Givens): Model {
  const { image, kernel, stride, padding, flip } = givens;
  const padded = pad(image, padding);
  const correlation = correlate(padded, kernel, stride);
  const laid = flip ? turned(kernel) : kernel;
  const out = flip ? correlate(padded, laid, stride) : correlation;
  const constant = spread(out) <= tolerance({ padded, kernel });
  return { ...givens, padded, laid, out, correlation, constant };
}
