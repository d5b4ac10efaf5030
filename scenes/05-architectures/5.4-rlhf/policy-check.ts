import optimizer from '../../../shaders/optimiser/optimizer';
import counter from '../../../shaders/random/categorical_counts';
import cumulative from '../../../shaders/random/cumulative_thresholds';
import policyGradient from '../../../shaders/softmax/policy_gradient';
import softmax from '../../../shaders/softmax/softmax';
import { compareWithTwin, type Agreement, type Compute } from '../../../src/author';
import { CALLS, COUNT, GIVENS, RATE, RATES, type Update } from './policy-gradient';

/** Updates that the twins make as well, spread over the run. */
const CHECKED = 5;

/** A logit that is off by δ moves shares by up to 2δ of each; the softmax rounds on top of that. */
const logit = RATE * policyGradient.bound.absolute + optimizer.bound.absolute;
const BOUND = {
  absolute: softmax.bound.absolute,
  relative: softmax.bound.relative + 2 * logit,
};

/** Every probability after some of the updates, against twins that begin before each of them. */
export async function checkUpdates(
  compute: Compute,
  samples: number,
  recorded: readonly Update[],
): Promise<Agreement> {
  const last = recorded.length - 2;
  const checked = Array.from({ length: CHECKED }, (_, i) => Math.round((i * last) / (CHECKED - 1)));
  const twins = await Promise.all(
    checked.map((update) => policiesAfter(compute, samples, update, flat(recorded[update]))),
  );
  return compareWithTwin(
    checked.flatMap((update) => flat(recorded[update + 1])),
    twins.flatMap((policies) => [...policies]),
    BOUND,
    `probabilities after ${CHECKED} of the updates`,
  );
}

const flat = ({ policies }: Update): number[] => policies.flat();

/** One step of the twins. Softmax forgets a shift, so logarithms of policies do for their logits. */
async function policiesAfter(
  compute: Compute,
  samples: number,
  update: number,
  policies: readonly number[],
): Promise<ArrayLike<number> & Iterable<number>> {
  const { thresholds } = await compute.twin(cumulative, {
    ...CALLS.matrix,
    buffers: { probabilities: policies },
  });
  const { counts } = await compute.twin(counter, {
    ...CALLS.draws(samples, update),
    buffers: { thresholds, counts: new Uint32Array(COUNT) },
  });
  const { gradients } = await compute.twin(policyGradient, {
    ...CALLS.matrix,
    buffers: { counts, policies, ...GIVENS },
  });
  const { parameters } = await compute.twin(optimizer, {
    ...CALLS.descent,
    buffers: {
      gradients,
      rates: RATES,
      parameters: policies.map(Math.log),
      state: new Float32Array(2 * COUNT),
    },
  });
  const twin = await compute.twin(softmax, { ...CALLS.softmax, buffers: { scores: parameters } });
  return twin.probabilities;
}
