import { expect, test } from 'vitest';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { Descent } from '../../../src/learn/descent';
import { layer } from '../../../src/learn/operations/layer';
import { squaredError } from '../../../src/learn/operations/squared-error';
import { RecordedRun } from '../../../src/learn/recorded-run';
import { Tape } from '../../../src/learn/tape';
import { twinSteps } from '../../../src/learn/twin-steps';

const port = (): LocalPort => new LocalPort(findKernel);

/** One weight and one bias, whose sum is to be 0: both have the gradient 2·sum, so that a step multiplies it by 1 − 4·lr. */
function oneWeight(lr: number) {
  const tape = new Tape(CpuCompute.open(port(), new Twins(port)));
  const given = (numbers: number[]) =>
    tape.given([1, 1, 1], tape.compute.upload(Float32Array.from(numbers)));
  const weights = tape.parameter([1, 2, 1], Float32Array.of(1, 0));
  const outputs = layer(tape, given([1]), weights, 'none');
  const loss = squaredError(tape, outputs, given([0]));
  tape.backward(loss);
  const descent = new Descent(tape, [weights], { optimizer: 'sgd', lr });
  const tensors = { loss: loss.tensor, outputs: outputs.tensor };
  return { trained: { tape, loss, descent }, tensors };
}

test('what is kept of a step is what the numbers were after so many updates', async () => {
  const { trained, tensors } = oneWeight(0.125);
  const run = await RecordedRun.open(trained, tensors, 6);
  await run.goTo(0);
  expect([...run.at('outputs', 0)]).toEqual([1]);
  await run.goTo(2);
  await run.goTo(6);
  for (let step = 0; step <= 6; step += 1) {
    expect(run.at('outputs', step)[0]).toBeCloseTo(0.5 ** step, 6);
    expect(run.at('loss', step)[0]).toBeCloseTo(0.25 ** step, 6);
  }
  expect(run.step).toBe(6);
});

test('a run that breaks stands at its last good step', async () => {
  const { trained, tensors } = oneWeight(2.75);
  const run = await RecordedRun.open(trained, tensors, 50);
  await run.goTo(50);
  // The loss grows a hundredfold at every step: 10³⁸ is the last that float32 holds.
  expect(run.broken).toEqual({ step: 19, loss: 'infinite' });
  expect(run.step).toBe(19);
  expect(run.at('loss', 19)[0] / 1e38).toBeCloseTo(1, 4);
  await run.goTo(50);
  expect(run.step).toBe(19);
});

test('the first steps by the definitions, in float64, are those of the device', async () => {
  const { trained, tensors } = oneWeight(0.125);
  const after = await twinSteps(trained, 4);
  expect(after(tensors.outputs)[0]).toBe(0.125);
  const run = await RecordedRun.open(trained, tensors, 3);
  await run.goTo(3);
  expect(run.at('outputs', 3)[0]).toBeCloseTo(0.125, 6);
});
