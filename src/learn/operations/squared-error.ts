import squaredErrorKernel from '../../../shaders/reduction/squared_error';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** The mean squared error of each network, from predictions and targets of networks × …. */
export function squaredError(tape: Tape, predictions: Value, targets: Value): Value {
  const [networks] = predictions.shape;
  const losses = tape.room([networks]);
  const gradient = tape.room(predictions.shape);
  tape.run(squaredErrorKernel, {
    dimensions: { networks, count: gradient.length / networks },
    buffers: { predictions: predictions.tensor, targets: targets.tensor, losses, gradient },
  });
  return tape.loss(losses, predictions, gradient);
}

export const trials: readonly Trial[] = [
  {
    title: 'three networks of five predictions',
    shapes: [[3, 5, 1]],
    build: (tape, [predictions]) => squaredError(tape, predictions, tape.given([3, 5, 1])),
  },
  {
    title: 'one prediction',
    shapes: [[1, 1, 1]],
    build: (tape, [predictions]) => squaredError(tape, predictions, tape.given([1, 1, 1])),
  },
];
