// The derivation of 5.4, line by line, with random numbers in place of its symbols.
import { expect, test } from 'vitest';
import { align } from '../../../scenes/05-architectures/5.4-rlhf/model';
import { Random } from '../../../src/math/random';
import type { Vector } from '../../../src/math/value';

const sum = (entries: Vector): number => entries.reduce((a, b) => a + b, 0);
const mean = (shares: Vector, of: (i: number) => number): number =>
  sum(shares.map((share, i) => share * of(i)));

function distribution(random: Random): number[] {
  const weights = Array.from({ length: 5 }, () => 0.05 + random.uniform());
  return weights.map((weight) => weight / sum(weights));
}

test('any policy earns the optimum less β times its KL from it', () => {
  const random = new Random(54);
  for (let trial = 0; trial < 200; trial += 1) {
    const [reference, q] = [distribution(random), distribution(random)];
    const reward = reference.map(() => 3 * random.normal());
    const beta = 0.1 + 3 * random.uniform();
    const { policy, weights, Z, log_ratio, objective } = align({ reward, reference, beta });

    // π is reference · exp(reward/β) over their sum, and its logarithm is r/β − ln Z.
    policy.forEach((share, i) => {
      expect(share).toBeCloseTo((reference[i] * Math.exp(reward[i] / beta)) / sum(weights), 12);
      expect(log_ratio[i]).toBeCloseTo(Math.log(share / reference[i]), 9);
    });
    expect(objective).toBeCloseTo(beta * Math.log(Z), 9);

    const klOf = (from: Vector): number => mean(q, (i) => Math.log(q[i] / from[i]));
    const earned = mean(q, (i) => reward[i]) - beta * klOf(reference);
    expect(earned).toBeCloseTo(beta * Math.log(Z) - beta * klOf(policy), 9);
    expect(earned).toBeLessThanOrEqual(objective + 1e-12);
  }
});
