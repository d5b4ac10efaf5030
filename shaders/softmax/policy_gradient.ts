import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './policy_gradient.wgsl?raw';

/**
 * The policy gradient of a reward with a price on KL, by the logits of softmax policies, a policy a
 * row. `counts` says how often each answer was sampled from it. An answer earns
 * reward − price·ln(policy/reference); the mean of what was sampled is the baseline. The sign is that
 * of a loss: gradients[k] = −share[k]·(earned[k] − baseline). Over the samples earned − baseline sums
 * to 0, so the softmax leaves no second term.
 * Source: Williams, 1992, “Simple statistical gradient-following algorithms” (REINFORCE).
 */
export default kernel({
  name: 'policy_gradient',
  dimensions: ['rows', 'classes'],
  reads: {
    counts: {
      shape: ['rows', 'classes'],
      type: 'u32',
      fill: (random) => Math.floor(40 * random.uniform()),
    },
    policies: { shape: ['rows', 'classes'], fill: (random) => 0.01 + random.uniform() },
    reference: { shape: ['classes'], fill: (random) => 0.01 + random.uniform() },
    rewards: { shape: ['classes'], fill: (random) => 3 * random.normal() },
    prices: { shape: ['rows'], fill: (random) => 5 * random.uniform() },
  },
  writes: { gradients: { shape: ['rows', 'classes'] } },
  variants: { rows: { wgsl, workgroups: ({ rows }) => spread(rows, 64) } },
  cpu({ dimensions: { rows, classes }, buffers }) {
    const { counts, policies, reference, rewards, prices, gradients } = buffers;
    for (let row = 0; row < rows; row += 1) {
      const start = row * classes;
      let sampled = 0;
      for (let k = 0; k < classes; k += 1) sampled += counts[start + k];
      const shares = Array.from(rewards, (_, k) => counts[start + k] / Math.max(1, sampled));
      // What was never sampled earned nothing, even where its probability is 0.
      const earned = shares.map((share, k) =>
        share === 0 ? 0 : rewards[k] - prices[row] * Math.log(policies[start + k] / reference[k]),
      );
      const baseline = shares.reduce((sum, share, k) => sum + share * earned[k], 0);
      shares.forEach((share, k) => {
        gradients[start + k] = -share * (earned[k] - baseline);
      });
    }
  },
  bound: {
    absolute: 2e-5,
    relative: 1e-5,
    why: 'a logarithm up to 5 is off by 3 units of 2⁻²², and a price up to 5 multiplies that; the sums are of shares, which add up to 1',
  },
  edges: [
    {
      title: 'equal earnings move nothing',
      dimensions: { rows: 1, classes: 2 },
      buffers: {
        counts: [3, 1],
        ...{ policies: [0.5, 0.5], reference: [0.5, 0.5], rewards: [2, 2], prices: [1] },
      },
      expected: { gradients: [0, 0] },
    },
    {
      title: 'what earns more than the mean is raised, what earns less is lowered',
      dimensions: { rows: 2, classes: 2 },
      buffers: {
        counts: [3, 1, 1, 1],
        ...{ policies: [0.5, 0.5, 0.5, 0.5], reference: [0.5, 0.5], rewards: [4, 0] },
        prices: [1, 0],
      },
      expected: { gradients: [-0.75, 0.75, -1, 1] },
    },
    {
      title: 'an answer that has become rarer than before earns the price of its logarithm',
      dimensions: { rows: 1, classes: 2 },
      buffers: {
        counts: [1, 1],
        ...{ policies: [0.25, 0.75], reference: [0.5, 0.5], rewards: [0, 0], prices: [2] },
      },
      expected: { gradients: [-Math.log(3) / 2, Math.log(3) / 2] },
    },
    {
      title: 'an answer that cannot be sampled, and a policy that was not, move nothing',
      dimensions: { rows: 2, classes: 2 },
      buffers: {
        counts: [5, 0, 0, 0],
        ...{ policies: [1, 0, 0.5, 0.5], reference: [0.5, 0.5], rewards: [3, 9], prices: [1, 1] },
      },
      expected: { gradients: [0, 0, 0, 0] },
    },
  ],
});
