import binary, { binaryIndex } from '../../../shaders/elementwise/binary';
import type { Tensor } from '../../compute/tensor';
import { sizeOf, type Tape, type Value } from '../tape';
import type { Trial } from '../trial';

/**
 * Every number times a weight that is not learned, one for each position of an axis: a mask of tokens,
 * or one number for all.
 */
export function weighted(tape: Tape, value: Value, weights: Value, axis: number): Value {
  const dimensions = {
    outer: sizeOf(value.shape.slice(0, axis)),
    length: weights.tensor.length,
    inner: value.tensor.length / sizeOf(value.shape.slice(0, axis)) / weights.tensor.length,
  };
  const times = (left: Tensor): Tensor => {
    const results = tape.room(value.shape);
    tape.run(binary, {
      dimensions,
      knobs: { operation: binaryIndex.multiply },
      buffers: { left, right: weights.tensor, results },
    });
    return results;
  };
  return tape.made(value.shape, times(value.tensor), [value], (upstream) => [times(upstream)]);
}

const given = (tape: Tape, numbers: readonly number[]): Value =>
  tape.given([numbers.length], tape.compute.upload(Float32Array.from(numbers)));

export const trials: readonly Trial[] = [
  {
    title: 'tokens of which one is masked',
    shapes: [[2, 3, 5]],
    build: (tape, [value]) => weighted(tape, value, given(tape, [1, 0, 0.5]), 1),
  },
  {
    title: 'one number for all',
    shapes: [[2, 3, 5]],
    build: (tape, [value]) => weighted(tape, value, given(tape, [-0.25]), 0),
  },
];
