import { describe, expect, test } from 'vitest';
import sampleBatch from '../../../shaders/random/sample_batch';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { Checkpoints } from '../../../src/learn/checkpoints';
import { Descent, type Rule } from '../../../src/learn/descent';
import { initialWeights } from '../../../src/learn/initialise';
import { layer, type Activation } from '../../../src/learn/operations/layer';
import { squaredError } from '../../../src/learn/operations/squared-error';
import { Tape } from '../../../src/learn/tape';
import { Training, type Recording } from '../../../src/learn/training';

const port = (): LocalPort => new LocalPort(findKernel);

const XOR = { x: [-1, -1, -1, 1, 1, -1, 1, 1], y: [-1, 1, 1, -1] };

/** Networks 2-4-1 on XOR, a batch of four drawn at every step. */
async function xor(
  rule: Rule,
  networks = 1,
  recording?: Recording,
  activation: Activation = 'tanh',
) {
  const compute = CpuCompute.open(port(), new Twins(port));
  const tape = new Tape(compute);
  const [x, y] = [tape.given([networks, 4, 2]), tape.given([networks, 4, 1])];
  tape.run(sampleBatch, {
    dimensions: { networks, examples: 4, inputs: 2, outputs: 1, rows: 4 },
    knobs: { seed: 7, step: 0 },
    buffers: {
      x_data: compute.upload(Float32Array.from(XOR.x)),
      y_data: compute.upload(Float32Array.from(XOR.y)),
      ...{ x: x.tensor, y: y.tensor },
    },
  });
  const sizes = [2, 4, 1];
  const weights = [0, 1].map((i) => {
    const shape = { networks, inputs: sizes[i], outputs: sizes[i + 1], layer: i };
    const data = initialWeights('xavier', shape, 7);
    return tape.parameter([networks, sizes[i] + 1, sizes[i + 1]], data);
  });
  const hidden = layer(tape, x, weights[0], activation);
  const loss = squaredError(tape, layer(tape, hidden, weights[1], activation), y);
  tape.backward(loss);
  const descent = new Descent(tape, weights, rule);
  const turns = (from: number, rounds: number) => [
    { call: 0, knob: 'step', values: Array.from({ length: rounds }, (_, i) => from + i) },
  ];
  const training = await Training.open({ tape, loss, descent, turns }, recording);
  const state = () => training.readAll(descent.state);
  return { training, state };
}

const adam = { optimizer: 'adam', lr: 0.05 } as const;

describe('training', () => {
  test('learns XOR', async () => {
    const { training } = await xor(adam);
    await training.advance(400);
    expect(training.step).toBe(400);
    expect(training.losses[0]).toBeLessThan(0.01);
  });

  test('steps taken at once are the steps taken one by one, bit for bit', async () => {
    const [atOnce, singly] = [await xor(adam), await xor(adam)];
    await atOnce.training.advance(13);
    for (let step = 0; step < 13; step += 1) await singly.training.advance(1);
    expect(await atOnce.state()).toEqual(await singly.state());
  });

  test('goes back to any step, bit for bit, and forth again', async () => {
    const { training, state } = await xor(adam, 1, { spacing: 8 });
    await training.advance(13);
    const at13 = await state();
    await training.advance(40);
    const at53 = await state();
    await training.goTo(13);
    expect(await state()).toEqual(at13);
    await training.goTo(53);
    expect(await state()).toEqual(at53);
    await training.goTo(0);
    expect(training.step).toBe(0);
  });

  test('a network of a population is the network it would be alone', async () => {
    const [alone, among] = [await xor(adam), await xor(adam, 5)];
    await alone.training.advance(60);
    await among.training.advance(60);
    expect(among.training.losses[0]).toBe(alone.training.losses[0]);
    expect(new Set(among.training.losses).size).toBe(5);
  });

  test('stops where the loss stops being a number, and keeps the last good state', async () => {
    const { training, state } = await xor({ optimizer: 'sgd', lr: 1 }, 1, { spacing: 8 }, 'none');
    const broken = await training.advance(1000);
    expect(broken?.loss).toBe('infinite');
    expect(training.step).toBe(broken!.step);
    expect(broken!.step).toBeGreaterThan(1);
    for (const data of (await state()).slice(0, 2)) expect(data.every(Number.isFinite)).toBe(true);
    // One step on, the loss is a number still; another on, it is not.
    expect(await training.advance(1)).toBeUndefined();
    expect(await training.advance(1)).toEqual(broken);
  });
});

describe('checkpoints', () => {
  const at = (step: number) => ({ step, state: [new Float32Array(25)] });

  test('thin out evenly when they are full, and the first stays', () => {
    const checkpoints = new Checkpoints(1000, 1);
    for (let step = 0; step <= 100; step += 1) {
      if (checkpoints.wants(step)) checkpoints.keep(at(step));
      expect(checkpoints.bytes).toBeLessThanOrEqual(1000);
    }
    expect(checkpoints.spacing).toBe(16);
    expect(checkpoints.before(15)?.step).toBe(0);
    expect(checkpoints.before(100)?.step).toBe(96);
  });

  test('forget the future after a change', () => {
    const checkpoints = new Checkpoints(1000, 1);
    for (let step = 0; step < 5; step += 1) checkpoints.keep(at(step));
    checkpoints.cut(2);
    expect(checkpoints.before(100)?.step).toBe(2);
  });
});
