import scaledCopy from '../../../shaders/elementwise/scaled_copy';
import { optimizerIndex } from '../../../shaders/optimiser/lib/optimizer';
import optimizer from '../../../shaders/optimiser/optimizer';
import counter from '../../../shaders/random/categorical_counts';
import cumulative from '../../../shaders/random/cumulative_thresholds';
import policyGradient from '../../../shaders/softmax/policy_gradient';
import softmax from '../../../shaders/softmax/softmax';
import { dot, type Compute, type Vector, type Watch } from '../../../src/author';
import { ANSWERS, PRICES, PROXY, REFERENCE, TRUE } from './answers';

/** The policies after an update, one a price, and what they earn. */
export interface Update {
  readonly policies: readonly Vector[];
  readonly proxy: Vector;
  readonly truth: Vector;
}

const rows = PRICES.length;
/** Probabilities of all policies together. */
export const COUNT = rows * ANSWERS;

/** The rate of plain gradient descent, and what the kernel of all rules asks for besides. */
export const RATE = 0.5;
const unused = { momentum: 0, beta1: 0, beta2: 0, epsilon: 1e-8, correction1: 0, correction2: 0 };

/** The calls of one step, all but their buffers: for the device and for the twins. */
export const CALLS = {
  softmax: { dimensions: { rows, columns: ANSWERS } },
  matrix: { dimensions: { rows, classes: ANSWERS } },
  draws: (samples: number, update: number) => ({
    dimensions: { rows, classes: ANSWERS, count: samples },
    knobs: { seed: 54, stream: update, first: 0 },
  }),
  descent: {
    dimensions: { networks: 1, each: COUNT },
    knobs: { optimizer: optimizerIndex.sgd, lr: RATE, ...unused },
  },
};

/** The factor of the learning rate. */
export const RATES = Float32Array.of(1);

/** What answers earn and what KL costs. */
export const GIVENS = {
  reference: Float32Array.from(REFERENCE),
  rewards: Float32Array.from(PROXY),
  prices: Float32Array.from(PRICES),
};

/**
 * REINFORCE (shaders/softmax/policy_gradient.ts) on proxy − β·ln(policy/reference), all on the device: what is read back
 * in the end is the policies after each update.
 */
export async function train(
  compute: Compute,
  samples: number,
  updates: number,
  watch: Watch,
): Promise<Update[]> {
  const start = PRICES.flatMap(() => REFERENCE.map(Math.log));
  const logits = compute.upload(Float32Array.from(start));
  const rates = compute.upload(RATES);
  const state = compute.zeros(2 * COUNT);
  const policies = compute.zeros(COUNT);
  const thresholds = compute.zeros(COUNT, 'u32');
  const gradients = compute.zeros(COUNT);
  const total = (updates + 1) * COUNT;
  const history = compute.zeros(total);
  const reference = compute.upload(GIVENS.reference);
  const rewards = compute.upload(GIVENS.rewards);
  const prices = compute.upload(GIVENS.prices);

  const record = (update: number): void => {
    compute.run(softmax, {
      ...CALLS.softmax,
      buffers: { scores: logits, probabilities: policies },
    });
    compute.run(scaledCopy, {
      dimensions: { count: COUNT, total },
      knobs: { first: update * COUNT, factor: 1 },
      buffers: { source: policies, copied: history },
    });
  };
  record(0);
  // Zeros for every update, made before: to write over old ones would end a submit.
  const tallies = Array.from({ length: updates }, () => compute.zeros(COUNT, 'u32'));
  for (const [update, counts] of tallies.entries()) {
    compute.run(cumulative, { ...CALLS.matrix, buffers: { probabilities: policies, thresholds } });
    compute.run(counter, { ...CALLS.draws(samples, update), buffers: { thresholds, counts } });
    compute.run(policyGradient, {
      ...CALLS.matrix,
      buffers: { counts, policies, reference, rewards, prices, gradients },
    });
    compute.run(optimizer, {
      ...CALLS.descent,
      buffers: { gradients, rates, parameters: logits, state },
    });
    record(update + 1);
  }
  await compute.finished(watch);
  const all = await compute.read(history);
  return Array.from({ length: updates + 1 }, (_, update) =>
    measured(PRICES.map((_, row) => entries(all, update * COUNT + row * ANSWERS))),
  );
}

const entries = (all: ArrayLike<number>, from: number): number[] =>
  Array.from({ length: ANSWERS }, (_, i) => all[from + i]);

const measured = (policies: readonly Vector[]): Update => ({
  policies,
  proxy: policies.map((p) => dot(p, PROXY)),
  truth: policies.map((p) => dot(p, TRUE)),
});
