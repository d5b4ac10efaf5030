import { dot, softmax, type Slip, type Vector } from '../../../src/author';
import type { Model } from './model';

const normalised = (list: Vector): Vector | undefined => {
  const total = list.reduce((sum, x) => sum + x, 0);
  return total > 0 && list.every((x) => x >= 0) ? list.map((x) => x / total) : undefined;
};

/** A sentence that is chosen, with what is wrong about it. */
const chosen = (value: string, hint: string): Slip<Model> => ({
  field: 'term',
  value: () => value,
  hint,
});

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  chosen(
    'spreads',
    'This would pay the policy for leaving the reference. Which sign makes distance a cost?',
  ),
  chosen(
    'reversed',
    'Here the reference comes first. Samples come from the policy, so the mean of the log-ratio is taken under it.',
  ),
  chosen(
    'scales',
    'Here $\\beta$ multiplies the reward, so the policy is held less the larger $\\beta$ is. The price stands before the KL.',
  ),
  {
    field: 'policy',
    value: ({ reward, beta }) => softmax(reward.map((r) => r / beta)),
    hint: 'The reference was left out. Each answer starts from how often the reference gives it.',
    highlights: ['reference'],
  },
  {
    field: 'policy',
    value: ({ reward, reference }) => normalised(reward.map((r, i) => r * reference[i])),
    hint: 'The reference was multiplied by the reward itself. The reward belongs in an exponent.',
    highlights: ['reward'],
  },
  {
    field: 'policy',
    value: ({ reward, reference, beta }) =>
      beta === 1 ? undefined : normalised(reward.map((r, i) => reference[i] * Math.exp(r * beta))),
    hint: 'The reward was multiplied by $\\beta$. A dearer KL must weaken the reward, not strengthen it.',
    highlights: ['beta'],
  },
  {
    field: 'policy',
    value: ({ reward, reference }) =>
      normalised(reward.map((r, i) => (r === Math.max(...reward) ? reference[i] : 0))),
    hint: 'This is the policy without the KL term: all on the best-paid answer. Leaving the reference has its price.',
    highlights: ['beta'],
  },
  {
    field: 'expected_reward',
    value: ({ reward, reference }) => dot(reward, reference),
    hint: 'This is what the reference earns. Take the mean under the new policy.',
    highlights: ['reference'],
  },
  {
    field: 'kl',
    value: ({ reference, log_ratio }) => -dot(reference, log_ratio),
    hint: 'This is the KL the other way round. The mean is taken under the policy, not under the reference.',
    highlights: ['policy', 'reference'],
  },
  {
    field: 'kl',
    value: ({ kl }) => kl / Math.LN2,
    hint: 'This is in bits. Nats use the natural logarithm.',
  },
  {
    field: 'objective',
    value: ({ expected_reward, beta, kl }) => expected_reward + beta * kl,
    hint: 'The KL was added. Leaving the reference is a cost.',
    highlights: ['kl'],
  },
  {
    field: 'objective',
    value: ({ expected_reward, beta, kl }) => (beta === 1 ? undefined : expected_reward - kl),
    hint: 'The KL was taken off at a price of 1. Its price is $\\beta$.',
    highlights: ['beta'],
  },
];
