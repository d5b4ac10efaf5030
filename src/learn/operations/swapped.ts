import swapAxes from '../../../shaders/sequence/swap_axes';
import type { Tensor } from '../../compute/tensor';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** The first two of three axes exchanged: steps × heads × width become heads × steps × width. */
export function swapped(tape: Tape, value: Value): Value {
  const [first, second, inner] = value.shape;
  const shape = [second, first, inner];
  const exchange = (values: Tensor, dimensions: { first: number; second: number }): Tensor => {
    const exchanged = tape.room(shape);
    tape.run(swapAxes, {
      dimensions: { ...dimensions, inner },
      buffers: { values, swapped: exchanged },
    });
    return exchanged;
  };
  return tape.made(shape, exchange(value.tensor, { first, second }), [value], (upstream) => [
    exchange(upstream, { first: second, second: first }),
  ]);
}

export const trials: readonly Trial[] = [
  {
    title: 'steps of three heads',
    shapes: [[5, 3, 7]],
    build: (tape, [value]) => swapped(tape, value),
  },
];
