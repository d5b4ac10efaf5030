import { afterAll, describe, expect, test } from 'vitest';
import norm from '../../../shaders/reduction/norm';
import sum from '../../../shaders/reduction/sum';
import { rotaryAngles } from '../../../shaders/attention/lib/angles';
import { reduce } from '../../../shaders/lib/parts';
import { thresholds } from '../../../shaders/random/lib/thresholds';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { KernelError } from '../../../src/compute/kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';

const port = (): LocalPort => new LocalPort(findKernel);
const compute = CpuCompute.open(port(), new Twins(port));
afterAll(() => compute.close());

describe('rows reduced in parts', () => {
  // One part, several, parts whose sums take parts again, and blocks.
  test.each([1, 7, 129, 2000, 70_001, 2 ** 18 + 16])('%i numbers a row', async (length) => {
    const values = compute.upload(Float32Array.from({ length: 2 * length }, (_, i) => i % 5));
    const sums = reduce(compute, sum, values, { rows: 2, length });
    const norms = reduce(compute, norm, values, { rows: 2, length });
    const [totals, roots] = await compute.readAll([sums, norms]);
    for (const row of [0, 1]) {
      let [total, squares] = [0, 0];
      for (let i = row * length; i < (row + 1) * length; i += 1) {
        total += i % 5;
        squares += (i % 5) ** 2;
      }
      expect(totals[row]).toBe(total);
      expect(roots[row]).toBeCloseTo(Math.sqrt(squares), 3);
    }
  });
});

describe('thresholds of a distribution', () => {
  test('are cumulative, and end at the largest word', () => {
    expect([...thresholds([0.25, 0.5, 0.25])]).toEqual([2 ** 30, 3 * 2 ** 30, 2 ** 32 - 1]);
  });

  test.each([[[0.5, 0.6]], [[-0.1, 1.1]], [[NaN, 1]], [[]]])('%j are refused', (probabilities) => {
    expect(() => thresholds(probabilities)).toThrow(KernelError);
  });
});

describe('the angles of rotary embedding', () => {
  test('turn the first pair by its position, later pairs more slowly', () => {
    const { cosines, sines } = rotaryAngles(2, 2, 100, 3);
    const angles = [3, 0.3, 4, 0.4];
    angles.forEach((angle, i) => {
      expect(cosines[i]).toBeCloseTo(Math.cos(angle), 7);
      expect(sines[i]).toBeCloseTo(Math.sin(angle), 7);
    });
  });
});
