import crossEntropy from '../../../shaders/softmax/cross_entropy';
import logSumExp from '../../../shaders/softmax/log_sum_exp';
import merge from '../../../shaders/softmax/log_sum_exp_merge';
import normals from '../../../shaders/random/normals';
import { Random, type Compute, type Tensor } from '../../../src/author';
import { CLASSES, DOUBTS } from './settings';

/** Parts of a row whose sums are taken side by side. */
const PARTS = 64;

/** A batch of predictions, its losses and the gradient of each with respect to its logits. */
export interface Batch {
  readonly logits: Tensor;
  readonly targets: Uint32Array;
  readonly largest: Tensor;
  readonly logSums: Tensor;
  readonly gradient: Tensor;
}

/** Two numbers whose sum is the logarithm of the sum of exponentials of each row. */
function sums(work: Compute, logits: Tensor, rows: number): [largest: Tensor, logSums: Tensor] {
  const [partLargest, partSums] = [work.zeros(rows * PARTS), work.zeros(rows * PARTS)];
  const [largest, logSums] = [work.zeros(rows), work.zeros(rows)];
  work.run(logSumExp, {
    dimensions: { rows, length: CLASSES, parts: PARTS },
    buffers: { scores: logits, largest: partLargest, log_sums: partSums },
  });
  work.run(merge, {
    dimensions: { rows, parts: PARTS },
    buffers: { part_largest: partLargest, part_log_sums: partSums, largest, log_sums: logSums },
  });
  return [largest, logSums];
}

/** Logits from the normal distribution, those of the targets raised to the doubts that are wanted. */
export async function draw(work: Compute, rows: number) {
  const random = new Random(12, rows);
  const logits = work.zeros(rows * CLASSES);
  work.run(normals, {
    dimensions: { count: rows * CLASSES },
    knobs: { seed: 12, stream: 1 },
    buffers: { normals: logits },
  });
  const [largest, logSums] = await work.readAll(sums(work, logits, rows));
  const targets = Uint32Array.from({ length: rows }, () => random.integer(0, CLASSES - 1));
  for (const [row, target] of targets.entries()) {
    const doubt = DOUBTS[row % DOUBTS.length];
    const raised = largest[row] + logSums[row] + Math.log((1 - doubt) / doubt);
    work.write(logits, Float32Array.of(raised), row * CLASSES + target);
  }
  return { logits, targets };
}

/** The gradient of every logit of the batch. */
export function differentiate(
  work: Compute,
  { logits, targets }: Pick<Batch, 'logits' | 'targets'>,
): Batch {
  const rows = targets.length;
  const [largest, logSums] = sums(work, logits, rows);
  const gradient = work.zeros(rows * CLASSES);
  work.run(crossEntropy, {
    dimensions: { rows, classes: CLASSES },
    knobs: { scale: 1 },
    buffers: {
      ...{ logits, largest, log_sums: logSums },
      ...{ targets: work.upload(targets), losses: work.zeros(rows), gradient },
    },
  });
  return { logits, targets, largest, logSums, gradient };
}
