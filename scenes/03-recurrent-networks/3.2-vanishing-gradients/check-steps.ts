import { strideOf } from '../../../shaders/recurrent/lib/stride';
import meanLogNorm from '../../../shaders/reduction/mean_log_norm';
import rnnStep from '../../../shaders/recurrent/rnn_step';
import rnnStepBack from '../../../shaders/recurrent/rnn_step_back';
import {
  compareWithTwin,
  worse,
  type Agreement,
  type Compute,
  type Tensor,
} from '../../../src/author';
import { NOISE, RADII, type LastSteps, type Sizes } from './carry';

/**
 * The last step forward and the last step back of the first network, at all radii, and the means of
 * all, against the twins. Whole runs cannot be compared: above the edge they are chaotic.
 */
export async function checkSteps(
  compute: Compute,
  { hidden, networks, horizon }: Sizes,
  last: LastSteps,
  mean: Tensor,
): Promise<Agreement> {
  const stride = strideOf(hidden);
  const rows = RADII * stride;
  const part = (tensor: Tensor, count: number) => [tensor, 0, count] as const;
  const dimensions = { networks: 1, radii: RADII, hidden };
  const read = await compute.readAll([
    part(last.radius, RADII),
    part(last.weights, stride * stride),
    part(last.before, rows),
    part(last.inputs, stride),
    part(last.after, rows),
    part(last.transposed, stride * stride),
    part(last.first, rows),
    part(last.vectors, rows),
    part(last.carried, rows),
    last.logNorms,
    mean,
  ]);
  const [radius, weights, before, inputs, after] = read;
  const [transposed, first, vectors, carried, logNorms, means] = read.slice(5);

  const forward = await compute.twin(rnnStep, {
    dimensions,
    knobs: { noise: NOISE },
    buffers: {
      ...{ weights, radius, states: before, inputs },
      next: new Float32Array(rows),
    },
  });
  const back = await compute.twin(rnnStepBack, {
    dimensions: { ...dimensions, steps: 1 },
    knobs: { step: 0 },
    buffers: {
      ...{ weights: transposed, radius, states: first, vectors },
      log_norms: new Float32Array(RADII),
      carried: new Float32Array(rows),
    },
  });
  const end = horizon * networks * RADII;
  const lastNorms = logNorms.subarray(end, end + RADII);
  const stepped = compareWithTwin(
    [...after, ...carried, ...lastNorms],
    [...forward.next, ...back.carried, ...back.log_norms],
    rnnStep.bound,
    'entries of one step each way (whole runs are chaotic above the edge)',
  );

  const twin = await compute.twin(meanLogNorm, {
    dimensions: { steps: horizon + 1, networks, radii: RADII },
    buffers: {
      log_norms: logNorms,
      mean: new Float32Array((horizon + 1) * RADII),
    },
  });
  return worse(stepped, compareWithTwin(means, twin.mean, meanLogNorm.bound, 'mean logarithms'));
}
