import { numberSlip, type Slip } from '../../../src/author';
import { slide, type Model } from './model';

/** The convolution with the padding counted once. */
const paddedOnce = ({ input, padding, kernel, stride, dilation }: Model): number =>
  slide(input + padding, kernel, stride, dilation).positions;

const PADDING = 'The padding was counted once. It is added on both sides.';

export const slips: readonly Slip<Model>[] = [
  numberSlip(
    'conv_out',
    ({ conv_out }) => conv_out - 1,
    'These are the steps of the window. It has one position more: the one it starts from.',
    'kernel',
  ),
  numberSlip('conv_out', paddedOnce, PADDING, 'padding'),
  numberSlip(
    'conv_out',
    ({ input, kernel, stride, dilation }) => slide(input, kernel, stride, dilation).positions,
    'The padding was left out. It makes the image larger before the window slides.',
    'padding',
  ),
  numberSlip(
    'conv_out',
    ({ padded, kernel, stride }) => slide(padded, kernel, stride).positions,
    'The dilation was left out. It spreads the window, so that it spans more cells.',
    'dilation',
  ),
  numberSlip(
    'pool_out',
    ({ conv_out, pool }) => slide(conv_out, pool, 1).positions,
    'This window moves on by one cell. The pool has a stride of its own.',
    'pool_stride',
  ),
  numberSlip(
    'pool_out',
    ({ pool_out }) => pool_out - 1,
    'This is one too few. Count the position the window starts from, and check the size that is pooled.',
    'pool',
  ),
  numberSlip(
    'pool_out',
    (model) => slide(paddedOnce(model), model.pool, model.pool_stride).positions,
    PADDING,
    'padding',
  ),
];
