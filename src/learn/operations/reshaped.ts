import { sizeOf, type Shape, type Tape, type Value } from '../tape';
import type { Trial } from '../trial';

/**
 * The same numbers with other axes.
 * @throws {Error} when they are not as many.
 */
export function reshaped(tape: Tape, value: Value, shape: Shape): Value {
  if (sizeOf(shape) !== value.tensor.length) {
    throw new Error(`${value.shape.join(' × ')} numbers have not the shape ${shape.join(' × ')}`);
  }
  return tape.made(shape, value.tensor, [value], (upstream) => [upstream]);
}

export const trials: readonly Trial[] = [
  {
    title: 'rows of a batch as rows of one matrix',
    shapes: [[2, 3, 5]],
    build: (tape, [value]) => reshaped(tape, value, [1, 6, 5]),
  },
];
