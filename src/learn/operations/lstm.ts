import lstmKernel from '../../../shaders/recurrent/lstm';
import lstmGradient from '../../../shaders/recurrent/lstm_gradient';
import { GATES } from '../../../shaders/recurrent/lib/recurrence';
import type { Tensor } from '../../compute/tensor';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';
import { product } from './matmul';

/** States and cells of batch × hidden that a layer begins with. */
export interface Memory {
  readonly state: Value;
  readonly cell: Value;
}

/**
 * States of steps × batch × hidden, the cells beside them, that the layer can go on from, and the gates
 * that made them, in the order of the columns.
 */
export interface Remembered {
  readonly states: Value;
  readonly cells: Tensor;
  readonly gates: Tensor;
}

/**
 * The states of a layer of long short-term memory over all steps: `projected` inputs, x·W + b, of
 * steps × batch × 4·hidden, recurrent weights of hidden × 4·hidden. Columns have all units of the
 * forget gate, then of the input gate, of the candidate and of the output gate.
 */
export function lstm(tape: Tape, projected: Value, weights: Value, first: Memory): Remembered {
  const [steps, batch, wide] = projected.shape;
  const hidden = wide / GATES;
  const dimensions = { steps, batch, hidden };
  const shape = [steps, batch, hidden];
  const [h, c, before] = [0, 1, 2].map(() => tape.room(shape));
  const gates = tape.room(projected.shape);
  const { state, cell } = first;
  tape.run(lstmKernel, {
    dimensions,
    buffers: {
      ...{ projected: projected.tensor, u: weights.tensor, h0: state.tensor, c0: cell.tensor },
      ...{ h, c, gates, h_prev: before },
    },
  });
  const states = tape.made(shape, h, [projected, weights, state, cell], (upstream) => {
    const [toProjected, toState, toCell] = [projected, state, cell].map((from) =>
      tape.room(from.shape),
    );
    tape.run(lstmGradient, {
      dimensions,
      buffers: {
        ...{ u: weights.tensor, gates, c, c0: cell.tensor, upstream },
        ...{ projected_gradient: toProjected, h0_gradient: toState, c0_gradient: toCell },
      },
    });
    // The weights meet the state before each step: one product over all steps and sequences.
    const sizes = { batch: 1, rows: hidden, inner: steps * batch, columns: wide };
    const toWeights = product(tape, before, toProjected, sizes, true, false);
    return [toProjected, toWeights, toState, toCell];
  });
  return { states, cells: c, gates };
}

export const trials: readonly Trial[] = [
  {
    title: 'one unit, one step',
    shapes: [
      [1, 1, 4],
      [1, 4],
      [1, 1],
      [1, 1],
    ],
    build: (tape, [projected, weights, state, cell]) =>
      lstm(tape, projected, weights, { state, cell }).states,
  },
  {
    title: 'three steps of two sequences',
    shapes: [
      [3, 2, 20],
      [5, 20],
      [2, 5],
      [2, 5],
    ],
    build: (tape, [projected, weights, state, cell]) =>
      lstm(tape, projected, weights, { state, cell }).states,
  },
];
