import scaledCopy from '../../../shaders/elementwise/scaled_copy';
import sum from '../../../shaders/reduction/sum';
import crossEntropyKernel from '../../../shaders/softmax/cross_entropy';
import logSumExp from '../../../shaders/softmax/log_sum_exp';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/**
 * The mean cross-entropy of each network's rows, in nats: logits of networks × … × classes, and as many
 * targets as rows, numbers of classes (u32).
 */
export function crossEntropy(tape: Tape, logits: Value, targets: Value): Value {
  const [networks] = logits.shape;
  const rows = targets.tensor.length;
  const classes = logits.tensor.length / rows;
  const length = rows / networks;
  const [largest, logSums, losses] = [0, 1, 2].map(() => tape.room([rows]));
  const gradient = tape.room(logits.shape);
  tape.run(logSumExp, {
    dimensions: { rows, length: classes, parts: 1 },
    buffers: { scores: logits.tensor, largest, log_sums: logSums },
  });
  tape.run(crossEntropyKernel, {
    dimensions: { rows, classes },
    knobs: { scale: 1 / length },
    buffers: {
      ...{ logits: logits.tensor, largest, log_sums: logSums, targets: targets.tensor },
      ...{ losses, gradient },
    },
  });
  const [together, means] = [0, 1].map(() => tape.room([networks]));
  tape.run(sum, {
    dimensions: { rows: networks, length, parts: 1 },
    buffers: { values: losses, sums: together },
  });
  tape.run(scaledCopy, {
    dimensions: { count: networks, total: networks },
    knobs: { first: 0, factor: 1 / length },
    buffers: { source: together, copied: means },
  });
  return tape.loss(means, logits, gradient);
}

const classes = (tape: Tape, numbers: readonly number[]): Value =>
  tape.given([numbers.length], tape.compute.upload(Uint32Array.from(numbers)));

export const trials: readonly Trial[] = [
  {
    title: 'one row of two classes',
    shapes: [[1, 1, 2]],
    build: (tape, [logits]) => crossEntropy(tape, logits, classes(tape, [1])),
  },
  {
    title: 'rows of seven classes, the first and the last among them',
    shapes: [[1, 5, 7]],
    build: (tape, [logits]) => crossEntropy(tape, logits, classes(tape, [0, 6, 3, 3, 1])),
  },
  {
    title: 'three networks of two rows each',
    shapes: [[3, 2, 5]],
    build: (tape, [logits]) => crossEntropy(tape, logits, classes(tape, [0, 4, 3, 3, 1, 2])),
  },
];
