import { describe, expect, it } from 'vitest';
import {
  carryBack,
  checkLayers,
} from '../../../scenes/02-convolutional-networks/2.4-receptive-field/carry-back';
import {
  coneOf,
  holesIn,
} from '../../../scenes/02-convolutional-networks/2.4-receptive-field/cone';
import { receptiveField } from '../../../scenes/02-convolutional-networks/2.4-receptive-field/model';
import {
  DEEPEST,
  sideOf,
} from '../../../scenes/02-convolutional-networks/2.4-receptive-field/settings';
import { spreadOf } from '../../../scenes/02-convolutional-networks/2.4-receptive-field/spread';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';

describe('the cone of one output', () => {
  it('spans the field of the formula, whatever the kernel, the stride and the dilation', () => {
    for (const layers of [1, 2, 4])
      for (const kernel of [1, 2, 3, 5])
        for (const stride of [1, 2, 3])
          for (const dilation of [1, 2, 4]) {
            const givens = { layers, kernel, stride, dilation };
            const [input] = coneOf(givens).reached;
            expect(input[input.length - 1] - input[0] + 1).toBe(receptiveField(givens).field);
          }
  });

  it('has holes where a dilation passes over inputs that no other window meets', () => {
    const dilated = { layers: 3, kernel: 3, stride: 1, dilation: 2 };
    expect(holesIn(coneOf(dilated), receptiveField(dilated).field)).toBe(6);
    const plain = { ...dilated, dilation: 1 };
    expect(holesIn(coneOf(plain), receptiveField(plain).field)).toBe(0);
  });
});

describe('the effective field', () => {
  it('is as wide as a sum of independent steps, and agrees with the twin', async () => {
    const port = () => new LocalPort(findKernel);
    const compute = CpuCompute.open(port(), new Twins(port));
    const { means, kept } = await carryBack(compute, 128, {});
    expect((await checkLayers(compute, kept)).holds).toBe(true);
    for (const depth of [1, 3, 10, DEEPEST]) {
      const mean = await compute.read(means[depth - 1]);
      expect(mean.length).toBe(sideOf(depth) ** 2);
      // A tap of three lies −1, 0 or 1 away: a variance of 2/3 a layer.
      const wanted = Math.sqrt((2 / 3) * depth);
      expect(spreadOf(mean, depth).sigma / wanted).toBeGreaterThan(0.8);
      expect(spreadOf(mean, depth).sigma / wanted).toBeLessThan(1.2);
    }
  });
});
