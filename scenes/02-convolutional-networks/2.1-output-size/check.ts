import type { Problem } from '../../../src/author';
import { outputSize, slide, type Givens } from './model';

/** Windows that stand still, and windows that do not fit. */
export function check(givens: Givens): Problem[] {
  const { input, kernel, padding, dilation } = givens;
  const still = (['stride', 'dilation', 'pool_stride'] as const).filter(
    (name) => givens[name] === 0,
  );
  if (still.length > 0) {
    const message = (name: string): string =>
      name === 'dilation'
        ? 'of 0 would lay the whole kernel on one cell; it is 1 or more'
        : 'of 0 would leave the window where it stands; it is 1 or more';
    return still.map((field) => ({ field, message: message(field) }));
  }
  const { span } = slide(input, kernel, 1, dilation);
  if (span > input + 2 * padding) {
    const wide = dilation > 1 ? ` spans ${span} cells and` : '';
    return [
      {
        field: 'kernel',
        message: `of ${kernel}${wide} does not fit an image of ${input} with padding ${padding}`,
      },
    ];
  }
  return outputSize(givens).pooling.positions < 1
    ? [{ field: 'pool', message: `of ${givens.pool} does not fit what the convolution leaves` }]
    : [];
}
