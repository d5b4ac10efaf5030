import rnnKernel from '../../../shaders/recurrent/rnn';
import rnnGradient from '../../../shaders/recurrent/rnn_gradient';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';
import { product } from './matmul';

/**
 * The states of a layer of tanh units over all steps: `projected` inputs, x·W + b, of
 * steps × batch × hidden, recurrent weights of hidden × hidden, first states of batch × hidden.
 */
export function rnn(tape: Tape, projected: Value, weights: Value, first: Value): Value {
  const [steps, batch, hidden] = projected.shape;
  const dimensions = { steps, batch, hidden };
  const [h, before] = [tape.room(projected.shape), tape.room(projected.shape)];
  tape.run(rnnKernel, {
    dimensions,
    buffers: {
      ...{ projected: projected.tensor, w_hh: weights.tensor, h0: first.tensor },
      ...{ h, h_prev: before },
    },
  });
  return tape.made(projected.shape, h, [projected, weights, first], (upstream) => {
    const [toProjected, toFirst] = [tape.room(projected.shape), tape.room(first.shape)];
    tape.run(rnnGradient, {
      dimensions,
      buffers: {
        ...{ w_hh: weights.tensor, h, upstream },
        ...{ projected_gradient: toProjected, h0_gradient: toFirst },
      },
    });
    // The weights meet the state before each step: one product over all steps and sequences.
    const sizes = { batch: 1, rows: hidden, inner: steps * batch, columns: hidden };
    return [toProjected, product(tape, before, toProjected, sizes, true, false), toFirst];
  });
}

export const trials: readonly Trial[] = [
  {
    title: 'one unit, one step',
    shapes: [
      [1, 1, 1],
      [1, 1],
      [1, 1],
    ],
    build: (tape, [projected, weights, first]) => rnn(tape, projected, weights, first),
  },
  {
    title: 'three steps of two sequences',
    shapes: [
      [3, 2, 5],
      [5, 5],
      [2, 5],
    ],
    build: (tape, [projected, weights, first]) => rnn(tape, projected, weights, first),
  },
];
