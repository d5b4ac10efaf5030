import binary, { binaryIndex } from '../../../shaders/elementwise/binary';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** The sum of two values of one shape: a residual connection where one was made from the other. */
export function add(tape: Tape, left: Value, right: Value): Value {
  const results = tape.room(left.shape);
  tape.run(binary, {
    dimensions: { outer: 1, length: results.length, inner: 1 },
    knobs: { operation: binaryIndex.add },
    buffers: { left: left.tensor, right: right.tensor, results },
  });
  return tape.made(left.shape, results, [left, right], (upstream) => [upstream, upstream]);
}

export const trials: readonly Trial[] = [
  {
    title: 'two values of odd sizes',
    shapes: [
      [3, 5],
      [3, 5],
    ],
    build: (tape, [left, right]) => add(tape, left, right),
  },
  {
    title: 'one of them made from the other',
    shapes: [
      [1, 7],
      [1, 7],
    ],
    build: (tape, [left, right]) => add(tape, add(tape, left, right), left),
  },
];
