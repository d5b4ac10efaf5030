import { mapMatrix, type Matrix } from '../../../src/author';
import { correlate, pad, turned, type Model } from './model';

/** Every minus of the kernel read as a plus. */
export const withoutMinus = ({ padded, laid, stride }: Model): Matrix =>
  correlate(
    padded,
    mapMatrix(laid, (weight) => Math.abs(weight)),
    stride,
  );

/** The kernel turned where it should not be, or not turned where it should. */
export const turnedWrongly = ({ padded, laid, stride }: Model): Matrix =>
  correlate(padded, turned(laid), stride);

/** The pixels of the window added up as they are. */
export const withoutProducts = ({ padded, laid, stride }: Model): Matrix =>
  correlate(
    padded,
    mapMatrix(laid, () => 1),
    stride,
  );

/**
 * A border of zeros nobody asked for, so that the output is as large as the image. An even kernel
 * needs one more on one side: `late` puts it below and to the right, as libraries do.
 */
export function paddedToSame(
  { image, laid, stride, padding }: Model,
  late: boolean,
): Matrix | undefined {
  const [k, l] = [laid.length, laid[0].length];
  if (padding > 0 || stride > 1 || k * l === 1) return undefined;
  const border = Math.max(k, l);
  const wide = correlate(pad(image, border), laid);
  const before = (size: number): number => (late ? Math.floor : Math.ceil)((size - 1) / 2);
  const first = { row: border - before(k), column: border - before(l) };
  return image.map((row, i) => row.map((_, j) => wide[first.row + i][first.column + j]));
}
