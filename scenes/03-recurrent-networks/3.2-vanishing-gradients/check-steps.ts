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
  const part = (tensor: Tensor, count: number, from = 0) => compute.read(tensor, from, count);
  const dimensions = { networks: 1, radii: RADII, hidden };
  const radius = await part(last.radius, RADII);

  const forward = await compute.twin(rnnStep, {
    dimensions,
    knobs: { noise: NOISE },
    buffers: {
      weights: await part(last.weights, stride * stride),
      radius,
      states: await part(last.before, rows),
      inputs: await part(last.inputs, stride),
      next: new Float32Array(rows),
    },
  });
  const back = await compute.twin(rnnStepBack, {
    dimensions: { ...dimensions, steps: 1 },
    knobs: { step: 0 },
    buffers: {
      weights: await part(last.transposed, stride * stride),
      radius,
      states: await part(last.first, rows),
      vectors: await part(last.vectors, rows),
      log_norms: new Float32Array(RADII),
      carried: new Float32Array(rows),
    },
  });
  const lastNorms = await part(last.logNorms, RADII, horizon * networks * RADII);
  const stepped = compareWithTwin(
    [...(await part(last.after, rows)), ...(await part(last.carried, rows)), ...lastNorms],
    [...forward.next, ...back.carried, ...back.log_norms],
    rnnStep.bound,
    'entries of one step each way (whole runs are chaotic above the edge)',
  );

  const twin = await compute.twin(meanLogNorm, {
    dimensions: { steps: horizon + 1, networks, radii: RADII },
    buffers: {
      log_norms: await compute.read(last.logNorms),
      mean: new Float32Array((horizon + 1) * RADII),
    },
  });
  const means = await compute.read(mean);
  return worse(stepped, compareWithTwin(means, twin.mean, meanLogNorm.bound, 'mean logarithms'));
}
