import type { Unfolding } from '../../../src/author';
import type { Model } from './model';

/** What the picture shows that no formula says. */
export function describe({ f_prime }: Model, unfolding: Unfolding): string {
  const blocks =
    'Two blocks, without and with a skip. The gradient runs from the output on the right back to the input on the left, in bands as wide as it is large.';
  if (!unfolding.shown('depth')) return blocks;
  const lost = [
    ...(f_prime === 0 ? ['Without skips it is gone from the first block on.'] : []),
    ...(f_prime === -1 ? ['With skips it is gone from the first block on.'] : []),
  ];
  return [blocks, 'Below, the size of both over depth, on a logarithmic axis.', ...lost].join(' ');
}
