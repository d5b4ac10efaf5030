import { afterEach, expect, test } from 'vitest';
import lstm from '../../../shaders/recurrent/lstm';
import softmax from '../../../shaders/softmax/softmax';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { buffersOf, lengthOf } from '../../../src/compute/shape';
import type { Request } from '../../../src/compute/store';
import { Twins } from '../../../src/compute/twins';
import { WorkerPool } from '../../../src/compute/worker-pool';
import { LocalPort } from '../../../src/compute/worker-port';
import { Random } from '../../../src/math/random';

/** A store in this thread that notes what it is asked. */
class Noting extends LocalPort {
  readonly asked: Request[] = [];

  override send(request: Request) {
    this.asked.push(request);
    return super.send(request);
  }
}

const opened: Noting[] = [];
const open = (): Noting => {
  const port = new Noting(findKernel);
  opened.push(port);
  return port;
};
const twins = () => new Twins(() => new LocalPort(findKernel));
afterEach(() => opened.splice(0));

const asked = (kind: Request['kind']): number[] =>
  opened.map((port) => port.asked.filter((request) => request.kind === kind).length);

async function softmaxOn(compute: CpuCompute, rows: number, columns: number): Promise<number[]> {
  const random = new Random(3);
  const scores = compute.upload(
    Float32Array.from({ length: rows * columns }, () => random.normal()),
  );
  const probabilities = compute.zeros(rows * columns);
  const buffers = { scores, probabilities };
  compute.run(softmax, { dimensions: { rows, columns }, buffers });
  const numbers = Array.from(await compute.read(probabilities));
  scores.release();
  probabilities.release();
  await compute.finished();
  return numbers;
}

test('several Workers write into one memory what a single one writes', async () => {
  const one = CpuCompute.open(new LocalPort(findKernel), twins());
  const pool = CpuCompute.open(new WorkerPool(open, 3), twins());
  expect(await softmaxOn(pool, 301, 257)).toEqual(await softmaxOn(one, 301, 257));
  expect(asked('run')).toEqual([1, 1, 1]);
  expect(asked('upload'), 'each is told once of each tensor').toEqual([2, 2, 2]);
  expect(asked('release')).toEqual([2, 2, 2]);
  one.close();
  pool.close();
});

/** The states and gates of an LSTM whose sequences lie side by side in every step. */
async function lstmOn(compute: CpuCompute, steps: number, batch: number): Promise<number[]> {
  const random = new Random(5);
  const dimensions = { steps, batch, hidden: 24 };
  const buffers = Object.fromEntries(
    buffersOf(lstm).map((use) => {
      const data = new Float32Array(lengthOf(use, dimensions));
      return [
        use.name,
        compute.upload(data.map(() => (use.access === 'read' ? random.normal() : 77))),
      ];
    }),
  );
  compute.run(lstm, { dimensions, buffers });
  const written = await compute.readAll(Object.keys(lstm.writes!).map((name) => buffers[name]));
  return written.flatMap((data) => Array.from(data));
}

test('sequences that lie apart are each done by one of them', async () => {
  const one = CpuCompute.open(new LocalPort(findKernel), twins());
  const pool = CpuCompute.open(new WorkerPool(open, 3), twins());
  // The second finds the room that the first has left.
  for (const steps of [31, 37]) {
    const expected = await lstmOn(one, steps, 14);
    const got = await lstmOn(pool, steps, 14);
    expect(got.findIndex((x, i) => x !== expected[i])).toBe(-1);
  }
  expect(asked('run')).toEqual([2, 2, 2]);
  one.close();
  pool.close();
});

test('Workers are opened with the first call, and a small one leaves all of them ready', async () => {
  const pool = CpuCompute.open(new WorkerPool(open, 3), twins());
  expect(opened).toHaveLength(0);
  await softmaxOn(pool, 3, 5);
  await softmaxOn(pool, 3, 5);
  expect(asked('run')).toEqual([2, 0, 0]);
  expect(asked('load'), 'once each').toEqual([0, 1, 1]);
  pool.close();
});

test('what is written later, all of them see', async () => {
  const pool = CpuCompute.open(new WorkerPool(open, 2), twins());
  const [rows, columns] = [256, 256];
  const scores = pool.zeros(rows * columns);
  const probabilities = pool.zeros(rows * columns);
  const call = { dimensions: { rows, columns }, buffers: { scores, probabilities } };
  pool.run(softmax, call);
  pool.write(scores, Float32Array.of(100), 255 * 256);
  pool.run(softmax, call);
  const [first] = await pool.read(probabilities, 0, 1);
  const [last] = await pool.read(probabilities, 255 * 256, 1);
  expect(first).toBeCloseTo(1 / 256, 6);
  expect(last).toBe(1);
  pool.close();
});

test('what goes wrong in one of them is said once', async () => {
  const broken = (): LocalPort => new LocalPort(() => Promise.reject(new Error('it is gone')));
  const pool = CpuCompute.open(new WorkerPool(broken, 2), twins());
  const scores = pool.zeros(2 ** 16);
  const probabilities = pool.zeros(2 ** 16);
  const buffers = { scores, probabilities };
  pool.run(softmax, { dimensions: { rows: 256, columns: 256 }, buffers });
  await expect(pool.finished()).rejects.toThrow('it is gone');
  pool.close();
});
