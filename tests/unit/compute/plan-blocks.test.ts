import { describe, expect, test } from 'vitest';
import layer from '../../../shaders/dense/layer';
import optimizer from '../../../shaders/optimiser/optimizer';
import softmax from '../../../shaders/softmax/softmax';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { blocksOf } from '../../../src/compute/plan-blocks';
import { Twins } from '../../../src/compute/twins';
import { WorkerPool } from '../../../src/compute/worker-pool';
import { LocalPort, type Port } from '../../../src/compute/worker-port';
import { defaults, type Settings } from '../../../src/train/settings';
import { dataOf } from '../../../src/train/data';
import { openTrainer } from '../../../src/train/trainer';
import { membersOf } from '../../../src/train/variation';

const local = (): LocalPort => new LocalPort(findKernel);

/** The weights of each layer of a population after some steps, with a rule that has memories. */
async function weightsOn(port: Port, networks: number): Promise<number[][]> {
  const compute = CpuCompute.open(port, new Twins(local));
  const settings: Settings = { ...defaults, optimizer: 'adam', lr: 0.01, hidden: [5, 3] };
  const { training: examples } = dataOf(settings);
  const trainer = await openTrainer(compute, settings, examples, membersOf(settings, networks));
  await trainer.training.advance(70);
  const weights = await compute.readAll(trainer.weights.map(({ tensor }) => tensor));
  compute.close();
  return weights.map((own) => [...own]);
}

test('a population learns the same in several Workers, block by block, as in one', async () => {
  const one = await weightsOn(local(), 101);
  const three = await weightsOn(new WorkerPool(local, 3), 101);
  expect(three).toEqual(one);
  // And as networks that are trained with fewer beside them.
  const few = await weightsOn(local(), 2);
  few.forEach((own, i) => expect(one[i].slice(0, own.length)).toEqual(own));
});

type Calls = Parameters<typeof blocksOf>[0];

describe('blocks of a plan', () => {
  const forward = (networks: number): Calls[number] => ({
    kernel: layer,
    call: {
      dimensions: { networks, rows: 10, inputs: 8, outputs: 8 },
      buffers: { x: 0, weights: 1, y: 2 },
    },
  });
  const descent = (networks: number, each: number): Calls[number] => ({
    kernel: optimizer,
    call: {
      dimensions: { networks, each },
      buffers: { gradients: 3, rates: 6, parameters: 1, state: 4 },
    },
  });

  test('cut every tensor where all calls agree, pieces of a row apart too', () => {
    const blocks = blocksOf([forward(64), descent(1, 64 * 72)], 2);
    expect(blocks).toHaveLength(2);
    expect(blocks[1].calls.map(({ call }) => call.dimensions)).toEqual([
      { networks: 32, rows: 10, inputs: 8, outputs: 8 },
      { networks: 1, each: 32 * 72 },
    ]);
    const [half, all] = [32 * 72, 64 * 72];
    expect(blocks[1].ranges[1]).toEqual({ rows: 1, stride: all, from: half, to: all });
    expect(blocks[1].ranges[4]).toEqual({ rows: 2, stride: all, from: half, to: all });
  });

  test('have the learning rates of their networks', () => {
    const [first, second] = blocksOf([forward(64), descent(64, 72)], 2);
    expect(second.calls[1].call.dimensions).toEqual({ networks: 32, each: 72 });
    expect(first.ranges[6]).toEqual({ rows: 1, stride: 64, from: 0, to: 32 });
    expect(second.ranges[4]).toEqual({ rows: 2, stride: 64 * 72, from: 32 * 72, to: 64 * 72 });
  });

  test('are so small that they stay in the caches', () => {
    const blocks = blocksOf([forward(1024)], 2);
    expect(blocks.length).toBeGreaterThan(2);
    expect(blocks.length % 2).toBe(0);
  });

  const whole: [string, Calls][] = [
    ['one network', [forward(1)]],
    ['a plan that is soon done', [forward(2)]],
    ['sizes that do not go together', [forward(64), descent(1, 64 * 72 + 1)]],
    [
      'a call that cuts a tensor otherwise',
      [
        forward(64),
        {
          kernel: softmax,
          call: {
            dimensions: { rows: 640, columns: 8 },
            buffers: { scores: 1, probabilities: 5 },
          },
        },
      ],
    ],
  ];
  test.each(whole)('%s: one block has all of it', (_, calls) => {
    const [only, ...others] = blocksOf(calls, 2);
    expect(others).toEqual([]);
    expect(only.ranges).toEqual({});
    expect(only.calls.map(({ call }) => call)).toEqual(calls.map(({ call }) => call));
  });
});
