import type { Problem } from '../../../src/author';
import { outputSize, type Givens } from './model';

/** Windows that stand still, and windows that do not fit. */
export function check(givens: Givens): Problem[] {
  const { input, kernel, padding, dilation, pool } = givens;
  const still = (['stride', 'dilation', 'pool_stride'] as const).filter((name) => !givens[name]);
  if (still.length > 0) {
    return still.map((field) => {
      const spread = field === 'dilation';
      const what = spread ? 'lay the whole kernel on one cell' : 'leave the window where it stands';
      return { field, message: `of 0 would ${what}; it is 1 or more` };
    });
  }
  const { padded, conv, pool_out } = outputSize(givens);
  if (conv.span > padded) {
    const wide = dilation > 1 ? ` spans ${conv.span} cells and` : '';
    const message = `of ${kernel}${wide} does not fit an image of ${input} with padding ${padding}`;
    return [{ field: 'kernel', message }];
  }
  if (pool_out > 0) return [];
  return [{ field: 'pool', message: `of ${pool} does not fit what the convolution leaves` }];
}
