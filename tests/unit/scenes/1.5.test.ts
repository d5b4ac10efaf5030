import { describe, expect, it } from 'vitest';
import { initialisation } from '../../../scenes/01-foundations/1.5-he-and-xavier/model';
import {
  draw,
  forwardFamily,
  passBothWays,
} from '../../../scenes/01-foundations/1.5-he-and-xavier/passes';
import { DEPTH, GAINS } from '../../../scenes/01-foundations/1.5-he-and-xavier/settings';
import { gainFor } from '../../../scenes/01-foundations/1.5-he-and-xavier/threshold';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';

const givens = { fan_in: 512, fan_out: 256, activation: 'relu' } as const;

describe('the stacks of the picture', () => {
  it('hold the mean square under He with ReLU, and lose it under Xavier', () => {
    const { he, xavier } = initialisation(givens).stacks;
    for (const square of he.squares) expect(square).toBeCloseTo(1, 12);
    expect(xavier.squares[0]).toBeCloseTo(512 / 768, 12);
    expect(xavier.squares[1]).toBeCloseTo((512 * 256) / 768 ** 2, 12);
  });

  it('lose nothing under Xavier without an activation, if the fans are equal', () => {
    const equal = { fan_in: 300, fan_out: 300, activation: 'identity' } as const;
    for (const square of initialisation(equal).stacks.xavier.squares)
      expect(square).toBeCloseTo(1, 12);
  });
});

describe('fifty layers', () => {
  const values = { ...givens, width: 64, inputs: 16, gain: 1 };
  const open = () => {
    const port = () => new LocalPort(findKernel);
    return CpuCompute.open(port(), new Twins(port));
  };

  it('multiply the mean square by the gain squared in every layer', async () => {
    const compute = open();
    const family = await forwardFamily(compute, values, draw(compute, values));
    const [half, one] = [GAINS.indexOf(0.5), GAINS.indexOf(1)];
    for (const layer of [0, 9, DEPTH - 1])
      expect(family[layer][half] / family[layer][one] / 0.25 ** (layer + 1)).toBeCloseTo(1, 3);
  });

  it('go both ways with one gain', async () => {
    const compute = open();
    const draws = draw(compute, values);
    const { forward, backward } = await passBothWays(compute, values, draws)();
    const family = await forwardFamily(compute, values, draws);
    const one = GAINS.indexOf(1);
    forward.forEach((square, i) => expect(square / family[i][one]).toBeCloseTo(1, 3));
    expect(backward).toHaveLength(DEPTH);
    // Backward, He loses nothing either in layers of one width.
    expect(Math.abs(Math.log(backward[DEPTH - 1]))).toBeLessThan(1);
  });

  it('overflow and underflow in float32, and say so', async () => {
    const compute = open();
    const draws = draw(compute, values);
    const loud = await passBothWays(compute, { ...values, gain: 8 }, draws)();
    expect(loud.forward.findIndex((square) => !Number.isFinite(square))).toBeGreaterThan(30);
    const quiet = await passBothWays(compute, { ...values, gain: 0.1 }, draws)();
    expect(quiet.forward[DEPTH - 1]).toBe(0);
  });
});

describe('the gain for a mean square', () => {
  it('lies on the straight line between the logarithms of its neighbours', () => {
    expect(gainFor(1, [0.5, 2], [0.01, 100])).toBeCloseTo(1, 12);
    expect(gainFor(1000, [0.5, 2], [0.01, 100])).toBeUndefined();
    expect(gainFor(1, [1, 2, 4], [0.1, 10, Infinity])).toBeCloseTo(2 ** 0.5, 12);
  });
});
