import { show, showValue, type Vector } from '../../../src/author';
import type { Model } from './model';
import { fate } from './naive';
import { differenceFormat, steps } from './solution';

/** The picture in words, as far as it is unfolded at time t. */
export function describe(model: Model, t: number): string {
  const at = steps(model);
  const read = Math.min(model.blocks.length, Math.floor(t + 1e-9));
  const parts = [
    `A tape with the scores ${showValue(model.scores)} and the values ${showValue(model.values)}, read in ${count(model.blocks.length)}.`,
  ];
  if (read > 0) {
    const soFar = (list: Vector): string => showValue(list.slice(0, read));
    parts.push(
      `Registers after each block read: maximum m ${soFar(model.m)}; factor on the old sums ${soFar(model.rescale)}; sum l ${soFar(model.l)}; weighted sum o ${soFar(model.o)}.`,
      naively(model, read),
    );
  }
  if (t >= at.out) parts.push(`o over l is ${show(model.out)}.`);
  if (t >= at.direct) {
    parts.push(
      `The direct softmax has the weights ${showValue(model.direct_weights)} and the mean ${show(model.direct)}; the difference is ${show(model.difference, differenceFormat)}.`,
    );
  }
  return parts.join(' ');
}

const count = (blocks: number): string => (blocks === 1 ? 'one block' : `${blocks} blocks`);

function naively({ naive }: Model, read: number): string {
  const sum = naive[read - 1];
  switch (fate(sum)) {
    case 'overflow':
      return 'Without the shift by m the sum has passed the largest number of float32: it is infinite, and infinity over infinity is not a number.';
    case 'underflow':
      return 'Without the shift by m every term is too small for float32: the sum is 0, and 0 over 0 is not a number.';
    case 'fine':
      return `Without the shift by m the sum in float32 is ${sum.sum.toPrecision(4)}.`;
  }
}
