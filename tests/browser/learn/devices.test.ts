import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCompute, type Opened } from '../../../src/compute/open';
import { differentiated, drawn, trials } from '../../learn/trials';
import { twinCompute } from '../../twin-compute';

/**
 * Of the largest number of a gradient: operations of a trial chain at most two kernels, whose sums of
 * some tens of products are each rounded to 2⁻²⁴.
 */
const BOUND = 2e-5;

const devices = ['gpu', 'cpu'] as const;
const opened: Partial<Record<(typeof devices)[number], Opened['compute']>> = {};

beforeAll(async () => {
  for (const device of devices) {
    const { compute, reason } = await openCompute(device);
    expect(reason, device).toBeUndefined();
    opened[device] = compute;
  }
});

afterAll(() => {
  for (const compute of Object.values(opened)) compute.close();
});

describe.each(devices)('on the %s, as in float64,', (device) => {
  test.each(trials)('$title', async ({ trial }) => {
    const [{ inputs, upstream }, again] = [drawn(trial), drawn(trial)];
    const twin = await differentiated(twinCompute(), trial, inputs, upstream);
    const scope = opened[device]!.scope();
    const running = await differentiated(scope, trial, again.inputs, again.upstream);
    scope.release();
    [running.output, ...running.gradients].forEach((got, i) => {
      const expected = [twin.output, ...twin.gradients][i];
      const largest = Math.max(...Array.from(expected, Math.abs));
      const off = got.findIndex(
        (value, at) => !(Math.abs(value - expected[at]) <= BOUND * Math.max(1, largest)),
      );
      expect(
        off,
        `${i === 0 ? 'output' : `gradient ${i}`}: ${got[off]}, not ${expected[off]}`,
      ).toBe(-1);
    });
  });
});
