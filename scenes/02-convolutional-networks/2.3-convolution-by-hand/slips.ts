import { mapMatrix, type Matrix, type Slip } from '../../../src/author';
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

/** Each way goes wrong in the output; the last names the step that answers the question. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'out',
    value: withoutMinus,
    hint: 'A minus was read as a plus. The kernel’s weights keep their signs in every product.',
    highlights: ['kernel'],
  },
  {
    field: 'out',
    value: turnedWrongly,
    hint: 'The kernel lies the wrong way round. Only a true convolution (flip) turns it by 180°.',
    highlights: ['kernel'],
  },
  {
    field: 'out',
    value: withoutProducts,
    hint: 'These are the sums of the pixels in each window. Multiply each pixel by the weight that lies on it first.',
    highlights: ['kernel'],
  },
  ...[true, false].map((late) => ({
    field: 'out',
    value: (model: Model) => paddedToSame(model, late),
    hint: 'The image was padded until the output was as large as it. Here the padding is 0: the window stays inside.',
    highlights: ['image'],
  })),
  {
    field: 'constant',
    value: ({ constant }) => (constant ? 'no' : 'yes'),
    hint: 'Compare each output with the first, signs included. A single one that differs makes it “no”.',
    highlights: ['out'],
  },
];
