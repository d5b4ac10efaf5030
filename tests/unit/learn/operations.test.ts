import { describe, expect, test } from 'vitest';
import { differentiated, drawn, operations, recorded, trials } from '../../learn/trials';
import { twinCompute } from '../../twin-compute';

/** Half the distance over which a loss is compared: its round-off and its curvature stay small. */
const STEP = 1e-5;

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);

/** Each operation's gradient in float64 against central differences of what it puts out. */
describe('the gradient of', () => {
  test('every operation is tried', () => {
    for (const file of operations) {
      const name = file.replace(/^.*\/|\.ts$/g, '');
      expect(
        trials.some(({ title }) => title.startsWith(`${name}: `)),
        file,
      ).toBe(true);
    }
  });

  test.each(trials)('$title', async ({ trial }) => {
    const { inputs, upstream } = drawn(trial);
    const { gradients, weights } = await differentiated(twinCompute(), trial, inputs, upstream);

    /** The loss when one number of what it is made from is moved. */
    async function lossAt(input: number, at: number, by: number): Promise<number> {
      const compute = twinCompute();
      const { tape, values, made } = recorded(compute, trial, inputs);
      const moved = Float64Array.from(inputs[input]);
      moved[at] += by;
      (values[input].tensor as unknown as { data: Float64Array }).data = moved;
      compute.plan(tape.calls).run(1);
      const output = await compute.read(made.tensor);
      return dot(output, weights ?? new Float32Array(output.length).fill(1));
    }

    for (const [input, data] of inputs.entries()) {
      for (let at = 0; at < data.length; at += Math.ceil(data.length / 40)) {
        const above = await lossAt(input, at, STEP);
        const below = await lossAt(input, at, -STEP);
        const numeric = (above - below) / (2 * STEP);
        const analytic = gradients[input][at];
        const distance = Math.abs(analytic - numeric);
        expect(distance, `value ${input}, entry ${at}: ${analytic}, not ${numeric}`).toBeLessThan(
          1e-6 * Math.max(1, Math.abs(numeric)),
        );
      }
    }
  });
});
