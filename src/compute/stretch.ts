import { KernelError } from './kernel';
import type { Tensor } from './tensor';

/** What is to be read: a tensor, or of one `count` numbers from `offset` on, all behind it unless said. */
export type Stretch = Tensor | readonly [tensor: Tensor, offset?: number, count?: number];

/** Where its numbers are. */
export interface Span {
  readonly tensor: Tensor;
  readonly offset: number;
  readonly count: number;
}

/** @throws {KernelError} when there are not so many numbers. */
export function spanOf(stretch: Stretch): Span {
  const [tensor, offset = 0, count = tensor.length - offset] =
    'release' in stretch ? [stretch] : stretch;
  if (offset < 0 || count < 0 || offset + count > tensor.length) {
    throw new KernelError(`there are no ${count} numbers from ${offset} on in ${tensor.length}`);
  }
  return { tensor, offset, count };
}
