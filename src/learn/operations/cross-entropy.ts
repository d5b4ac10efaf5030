import scaledCopy from '../../../shaders/elementwise/scaled_copy';
import sum from '../../../shaders/reduction/sum';
import crossEntropyKernel from '../../../shaders/softmax/cross_entropy';
import logSumExp from '../../../shaders/softmax/log_sum_exp';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/**
 * The mean cross-entropy of a network's rows, in nats: logits of … × classes, and as many targets,
 * numbers of classes (u32).
 */
export function crossEntropy(tape: Tape, logits: Value, targets: Value): Value {
  const rows = targets.tensor.length;
  const classes = logits.tensor.length / rows;
  const [largest, logSums, losses] = [0, 1, 2].map(() => tape.room([rows]));
  const gradient = tape.room(logits.shape);
  tape.run(logSumExp, {
    dimensions: { rows, length: classes, parts: 1 },
    buffers: { scores: logits.tensor, largest, log_sums: logSums },
  });
  tape.run(crossEntropyKernel, {
    dimensions: { rows, classes },
    knobs: { scale: 1 / rows },
    buffers: {
      ...{ logits: logits.tensor, largest, log_sums: logSums, targets: targets.tensor },
      ...{ losses, gradient },
    },
  });
  const [together, mean] = [0, 1].map(() => tape.room([1]));
  tape.run(sum, {
    dimensions: { rows: 1, length: rows, parts: 1 },
    buffers: { values: losses, sums: together },
  });
  tape.run(scaledCopy, {
    dimensions: { count: 1, total: 1 },
    knobs: { first: 0, factor: 1 / rows },
    buffers: { source: together, copied: mean },
  });
  return tape.loss(mean, logits, gradient);
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
];
