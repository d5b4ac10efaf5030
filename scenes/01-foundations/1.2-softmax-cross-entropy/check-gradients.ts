import crossEntropy from '../../../shaders/softmax/cross_entropy';
import logSumExp from '../../../shaders/softmax/log_sum_exp';
import {
  compareWithTwin,
  worse,
  type Agreement,
  type Compute,
  type Tensor,
} from '../../../src/author';
import type { Batch } from './batch';
import { CLASSES, DOUBTS } from './settings';

/** Logits of each checked prediction that are moved both ways. */
const MOVED = 16;
/** A step whose own error is 3e-6 of a small derivative, and whose rounding is smaller still. */
const STEP = 4e-3;

/** The whole gradient of one prediction against the twin, and entries of several against differences. */
export async function checkGradients(work: Compute, batch: Batch): Promise<Agreement> {
  const rows = [0, 8, DOUBTS.length - 1];
  const of = (tensor: Tensor) => rows.map((row) => [tensor, row * CLASSES, CLASSES] as const);
  const read = await work.readAll([...of(batch.logits), ...of(batch.gradient)]);
  const checked = rows.map((row, i) => ({
    target: batch.targets[row],
    logits: read[i],
    gradient: read[rows.length + i],
  }));
  const { logits, gradient, target } = checked[1];
  const { largest, log_sums } = await work.twin(logSumExp, {
    dimensions: { rows: 1, length: CLASSES, parts: 1 },
    buffers: { scores: logits, largest: [0], log_sums: [0] },
  });
  const twin = await work.twin(crossEntropy, {
    dimensions: { rows: 1, classes: CLASSES },
    knobs: { scale: 1 },
    buffers: {
      ...{ logits, largest, log_sums, targets: [target] },
      ...{ losses: [0], gradient: new Float32Array(CLASSES) },
    },
  });
  const { bound } = crossEntropy;
  const whole = compareWithTwin(gradient, twin.gradient, bound, 'entries of one prediction');
  const moved = checked.map((row) => differences(row.logits, row.target));
  const entries = compareWithTwin(
    checked.flatMap((row, k) => moved[k].map(({ at }) => row.gradient[at])),
    moved.flat().map(({ slope }) => slope),
    // Sums are good to 1e-5, which scales every entry; a difference rounds at 1e-13.
    { absolute: 1e-12, relative: 5e-5 },
    'central differences in float64',
  );
  return worse(whole, entries);
}

/** The slope of the loss along the logits with the largest shares, but for that of the target. */
function differences(logits: ArrayLike<number>, target: number) {
  const largest = Array.from(logits).reduce((a, b) => Math.max(a, b));
  const total = Array.from(logits).reduce((sum, z) => sum + Math.exp(z - largest), 0);
  const lossAt = (at: number, step: number): number => {
    const power = Math.exp(logits[at] - largest);
    // What does not change with the logit is left out: it would only round.
    return Math.log(total - power + power * Math.exp(step));
  };
  const order = Array.from(logits, (_, at) => at).sort((a, b) => logits[b] - logits[a]);
  const others = order.filter((at) => at !== target).slice(0, MOVED);
  return others.map((at) => ({
    at,
    slope: (lossAt(at, STEP) - lossAt(at, -STEP)) / (2 * STEP),
  }));
}
