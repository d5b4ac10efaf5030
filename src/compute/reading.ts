import { KernelError } from './kernel';
import type { Tensor } from './tensor';

/** What is to be read: a tensor, or of one `count` numbers from `offset` on, all behind it unless said. */
export type Reading = Tensor | readonly [tensor: Tensor, offset?: number, count?: number];

/** Where the numbers are. */
export interface Stretch {
  readonly tensor: Tensor;
  readonly offset: number;
  readonly count: number;
}

/** @throws {KernelError} when there are not so many numbers. */
export function stretchOf(reading: Reading): Stretch {
  const [tensor, offset = 0, count = tensor.length - offset] =
    'release' in reading ? [reading] : reading;
  if (offset < 0 || count < 0 || offset + count > tensor.length) {
    throw new KernelError(`there are no ${count} numbers from ${offset} on in ${tensor.length}`);
  }
  return { tensor, offset, count };
}
