import type { Slip } from '../../../src/author';
import { slide, type Model } from './model';

/** The convolution with the padding counted once. */
const paddedOnce = ({ input, padding, kernel, stride, dilation }: Model): number =>
  slide(input + padding, kernel, stride, dilation).positions;

/** A wrong size; where it is the right one by chance, or no size at all, there is no such slip. */
const slip = (
  field: 'conv_out' | 'pool_out',
  part: string,
  hint: string,
  wrong: (model: Model) => number,
): Slip<Model> => ({
  field,
  hint,
  highlights: [part],
  value(model) {
    const size = wrong(model);
    const right = (field === 'conv_out' ? model.conv : model.pooling).positions;
    return size === right || size < 1 ? undefined : size;
  },
});

const PADDING = 'The padding was counted once. It is added on both sides.';

export const slips: readonly Slip<Model>[] = [
  slip(
    'conv_out',
    'kernel',
    'These are the steps of the window. It has one position more: the one it starts from.',
    ({ conv }) => conv.positions - 1,
  ),
  slip('conv_out', 'padding', PADDING, paddedOnce),
  slip(
    'conv_out',
    'padding',
    'The padding was left out. It makes the image larger before the window slides.',
    ({ input, kernel, stride, dilation }) => slide(input, kernel, stride, dilation).positions,
  ),
  slip(
    'conv_out',
    'dilation',
    'The dilation was left out. It spreads the window, so that it spans more cells.',
    ({ padded, kernel, stride }) => slide(padded, kernel, stride).positions,
  ),
  slip(
    'pool_out',
    'pool_stride',
    'This window moves on by one cell. The pool has a stride of its own.',
    ({ conv, pool }) => slide(conv.positions, pool, 1).positions,
  ),
  slip(
    'pool_out',
    'pool',
    'This is one too few. Count the position the window starts from, and check the size that is pooled.',
    ({ pooling }) => pooling.positions - 1,
  ),
  slip(
    'pool_out',
    'padding',
    PADDING,
    (model) => slide(paddedOnce(model), model.pool, model.pool_stride).positions,
  ),
];
