import { dot, type Vector } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  /** What each answer earns. */
  readonly reward: Vector;
  /** The probability of each answer before training. */
  readonly reference: Vector;
  /** The price of a nat of KL. */
  readonly beta: number;
}

export interface Model extends Givens {
  /** reference · exp(reward/β), which the policy is proportional to, and their sum. */
  readonly weights: Vector;
  readonly Z: number;
  /** The policy at which the objective is largest. */
  readonly policy: Vector;
  /** ln(policy/reference), also where both are too small for float64. */
  readonly log_ratio: Vector;
  /** KL(policy‖reference), in nats. */
  readonly kl: number;
  readonly expected_reward: number;
  readonly objective: number;
  /** What the KL term does, among the sentences to choose from. */
  readonly term: 'holds';
}

export const ranges = {
  reward: { min: -20, max: 20 },
  reference: { min: 0, max: 1 },
  // exp(20/0.05) is still a number of float64.
  beta: { min: 0.05, max: 100 },
};

/**
 * The policy that maximises expected reward − β·KL(policy‖reference) (Ziegler et al., 2019; the
 * closed form as in Rafailov et al., 2023).
 */
export function align(givens: Givens): Model {
  const { reward, reference, beta } = givens;
  const weights = reference.map((p, i) => p * Math.exp(reward[i] / beta));
  const Z = weights.reduce((sum, w) => sum + w, 0);
  const policy = weights.map((w) => w / Z);
  const log_ratio = reward.map((r) => r / beta - Math.log(Z));
  const kl = dot(policy, log_ratio);
  const expected_reward = dot(policy, reward);
  return {
    ...{ ...givens, weights, Z, policy, log_ratio, kl, expected_reward },
    objective: expected_reward - beta * kl,
    term: 'holds',
  };
}
