import categorical from '../../../shaders/random/categorical';
import { thresholds } from '../../../shaders/random/lib/thresholds';
import {
  compareWithTwin,
  dot,
  softmax,
  type Agreement,
  type Compute,
  type Vector,
} from '../../../src/author';
import { ANSWERS, PRICES, PROXY, REFERENCE, TRUE } from './answers';

/** The policies after an update, one a price, and what they earn. */
export interface Update {
  readonly policies: readonly Vector[];
  readonly proxy: Vector;
  readonly truth: Vector;
}

const RATE = 0.5;
const SEED = 54;

const measured = (policies: readonly Vector[]): Update => ({
  policies,
  proxy: policies.map((p) => dot(p, PROXY)),
  truth: policies.map((p) => dot(p, TRUE)),
});

const callOf = (update: number, samples: number) => ({
  dimensions: { rows: PRICES.length, classes: ANSWERS, count: samples },
  knobs: { seed: SEED, stream: update },
});

const thresholdsOf = (policies: readonly Vector[]): Uint32Array =>
  Uint32Array.from(policies.flatMap((policy) => [...thresholds(policy)]));

interface Run {
  readonly samples: number;
  readonly updates: number;
  progress(share: number): void;
}

/**
 * REINFORCE (Williams, 1992) on proxy − β·ln(policy/reference). The answers are drawn on the device
 * and counted; since counts are whole numbers, the run is the same on every device.
 */
export async function train(
  compute: Compute,
  { samples, updates, progress }: Run,
): Promise<{ recorded: Update[]; agreement: Agreement }> {
  const outcomes = compute.zeros(PRICES.length * samples, 'u32');
  const table = compute.zeros(PRICES.length * ANSWERS, 'u32');
  let logits = PRICES.map(() => REFERENCE.map(Math.log));
  let policies = logits.map(softmax);
  const recorded = [measured(policies)];
  let agreement: Agreement | undefined;
  for (let update = 0; update < updates; update += 1) {
    const drawn = thresholdsOf(policies);
    compute.write(table, drawn);
    compute.run(categorical, {
      ...callOf(update, samples),
      buffers: { thresholds: table, outcomes },
    });
    const answers = await compute.read(outcomes);
    agreement ??= await check(compute, samples, drawn, answers);
    const before = policies;
    logits = logits.map((row, b) => {
      const gradient = estimate(answers, b, samples, before[b], PRICES[b]);
      return row.map((logit, k) => logit + RATE * gradient[k]);
    });
    policies = logits.map(softmax);
    recorded.push(measured(policies));
    if (update % 8 === 0) progress(update / updates);
  }
  return { recorded, agreement: agreement! };
}

/** The gradient by the logits that the sampled answers estimate, their mean as the baseline. */
function estimate(
  answers: ArrayLike<number>,
  row: number,
  samples: number,
  policy: Vector,
  beta: number,
): number[] {
  const shares = new Array<number>(ANSWERS).fill(0);
  for (let i = row * samples; i < (row + 1) * samples; i += 1) shares[answers[i]] += 1 / samples;
  const earned = policy.map((p, k) => PROXY[k] - beta * Math.log(p / REFERENCE[k]));
  const baseline = dot(shares, earned);
  // Σ (earned − baseline) is 0 over the samples, so the softmax leaves no second term.
  return shares.map((share, k) => share * (earned[k] - baseline));
}

/** Policies that the twin draws from as well: the first update of each price. */
async function check(
  compute: Compute,
  samples: number,
  table: Uint32Array,
  running: ArrayLike<number>,
): Promise<Agreement> {
  const twin = await compute.twin(categorical, {
    ...callOf(0, samples),
    buffers: { thresholds: table },
  });
  return compareWithTwin(running, twin.outcomes, categorical.bound, 'answers of the first update');
}
