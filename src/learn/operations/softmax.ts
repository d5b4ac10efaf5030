import softmaxKernel from '../../../shaders/softmax/softmax';
import softmaxGradient from '../../../shaders/softmax/softmax_gradient';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** The softmax of every row: values of … × columns. */
export function softmax(tape: Tape, scores: Value): Value {
  const columns = scores.shape[scores.shape.length - 1];
  const dimensions = { rows: scores.tensor.length / columns, columns };
  const probabilities = tape.room(scores.shape);
  tape.run(softmaxKernel, { dimensions, buffers: { scores: scores.tensor, probabilities } });
  return tape.made(scores.shape, probabilities, [scores], (upstream) => {
    const gradient = tape.room(scores.shape);
    tape.run(softmaxGradient, { dimensions, buffers: { probabilities, upstream, gradient } });
    return [gradient];
  });
}

export const trials: readonly Trial[] = [
  {
    title: 'rows of seven',
    shapes: [[2, 3, 7]],
    build: (tape, [scores]) => softmax(tape, scores),
  },
  {
    title: 'of one number, whose share is always 1',
    shapes: [[3, 1]],
    build: (tape, [scores]) => softmax(tape, scores),
  },
];
