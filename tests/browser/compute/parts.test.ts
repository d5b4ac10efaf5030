import { afterEach, describe, expect, test, vi } from 'vitest';
import attention from '../../../shaders/attention/attention';
import basins from '../../../shaders/optimiser/basins';
import conv2d from '../../../shaders/convolution/conv2d';
import matmul from '../../../shaders/dense/matmul';
import phaseDiagram from '../../../shaders/optimiser/phase_diagram';
import swarm from '../../../shaders/optimiser/swarm';
import type { Compute } from '../../../src/compute/compute';
import { executeTwin } from '../../../src/compute/executor';
import { KernelError, type Kernel } from '../../../src/compute/kernel';
import { openCompute } from '../../../src/compute/open';
import { Random } from '../../../src/math/random';
import { drawKnob } from '../../kernels/draw';
import { trialFor } from '../../kernels/trial';
import { relay } from '../../unit/compute/kernels';

/** By this clock every submit takes ten seconds: pieces become as small as they can be. */
function slowClock(): () => number {
  let time = 0;
  return () => (time += 10_000);
}

const stoppedClock = (): number => 0;

const opened: (Compute & { close(): void })[] = [];
async function open(now: () => number) {
  const { compute } = await openCompute('gpu', { now });
  opened.push(compute);
  return { compute, submit: vi.spyOn(compute.gpu!.queue, 'submit') };
}

afterEach(() => {
  for (const compute of opened.splice(0)) compute.close();
});

const sizes = {
  vec4: { batch: 1, rows: 250, inner: 64, columns: 256 },
  blocks: { batch: 2, rows: 61, inner: 19, columns: 131 },
};

describe('a call that is cut', () => {
  const image = { batch: 1, inputs: 3, outputs: 8, groups: 1, height: 100, width: 100 };
  const window = { outHeight: 100, outWidth: 100, kernelHeight: 3, kernelWidth: 3 };
  const grid = { columns: 50, rows: 51, attractors: 2 };
  const steps = { lr: 0.1, steps: 3 };
  test.each<[string, Kernel, string, Record<string, number>, Record<string, number>?]>([
    ['matmul, vec4', matmul, 'vec4', sizes.vec4],
    ['matmul, blocks', matmul, 'blocks', sizes.blocks],
    ['conv2d, three', conv2d, 'three', { ...image, ...window }],
    ['conv2d, blocks', conv2d, 'blocks', { ...image, ...window }],
    ['attention, vec4', attention, 'vec4', { heads: 1, tokens: 2000, width: 16, rows: 1800 }],
    ['attention, rows', attention, 'rows', { heads: 1, tokens: 900, width: 16, rows: 850 }],
    ['swarm', swarm, 'sgd fused', { walkers: 2501 }, steps],
    ['basins', basins, 'sgd fused', { pixels: 2501, attractors: 2 }, steps],
    ['the phase diagram', phaseDiagram, 'sgd fused', grid, { steps: 3 }],
  ])(
    'gives the same bits as the whole: %s',
    async (_, kernel, variant, dimensions, chosen = {}) => {
      const random = new Random(7);
      const knobs = Object.fromEntries(
        Object.keys(kernel.knobs ?? {}).map((name) => [
          name,
          drawKnob(kernel, name, dimensions, 1, random),
        ]),
      );
      Object.assign(knobs, chosen);
      const trial = trialFor(kernel, { dimensions, knobs }, random);
      const run = async (now: () => number) => {
        const { compute, submit } = await open(now);
        const buffers = Object.fromEntries(
          Object.entries(trial.buffers).map(([name, data]) => [name, compute.upload(data)]),
        );
        // The last is run at the pace that the others taught.
        for (let turn = 0; turn < 5; turn += 1) {
          submit.mockClear();
          compute.run(kernel, { ...trial, buffers, variant });
          await compute.finished();
        }
        const submits = submit.mock.calls.length;
        const names = Object.keys({ ...kernel.updates, ...kernel.writes });
        return {
          submits,
          results: await compute.readAll(names.map((name) => buffers[name])),
        };
      };
      const whole = await run(stoppedClock);
      const cut = await run(slowClock());
      expect(whole.submits).toBe(1);
      expect(cut.submits).toBeGreaterThan(2);
      expect(cut.results).toEqual(whole.results);
    },
  );

  /** A product of 32 workgroups on a device that has learnt to take as few as there may be. */
  async function openSlowly() {
    const { compute, submit } = await open(slowClock());
    const { rows, inner, columns } = sizes.vec4;
    const [a, bias] = [rows * inner, columns].map((length) => compute.zeros(length));
    const [b, c] = [inner * columns, rows * columns].map((length) => compute.zeros(length));
    const knobs = { transposeA: 0, transposeB: 0, biased: 0, activation: 0 };
    const call = { dimensions: sizes.vec4, knobs, buffers: { a, b, bias, c }, variant: 'vec4' };
    for (let turn = 0; turn < 5; turn += 1) {
      compute.run(matmul, call);
      await compute.finished();
    }
    submit.mockClear();
    return { compute, submit, call };
  }

  test('is dropped half way when its scope goes', async () => {
    const { compute, submit, call } = await openSlowly();
    const scope = compute.scope();
    scope.run(matmul, call);
    const finished = expect(scope.finished()).rejects.toMatchObject({ name: 'AbortError' });
    await compute.gpu!.queue.onSubmittedWorkDone();
    const begun = submit.mock.calls.length;
    scope.release();
    await finished;
    await compute.finished();
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(7);
    expect(submit.mock.calls.length).toBeLessThanOrEqual(begun + 1);
  });

  test('tells whoever waits how far it has come', async () => {
    const { compute, call } = await openSlowly();
    const shares: number[] = [];
    compute.run(matmul, call);
    await compute.finished({ progress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeLessThan(0.9);
    expect(shares.at(-1)).toBe(1);
    compute.run(matmul, call);
    await compute.finished();
    expect(shares.at(-1)).toBe(1);
  });

  test('is dropped half way when nobody wants it any more; its scope goes on', async () => {
    const { compute, submit, call } = await openSlowly();
    const abort = new AbortController();
    compute.run(matmul, call);
    const finished = expect(
      compute.finished({ progress: () => abort.abort(), signal: abort.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    await finished;
    expect(submit.mock.calls.length).toBeLessThan(7);
    await expect(compute.finished({ signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    submit.mockClear();
    compute.run(matmul, call);
    await compute.finished();
    expect(submit.mock.calls.length).toBeGreaterThan(7);
  });

  test('ends with its device, and so does every wait for it', async () => {
    const { compute, submit, call } = await openSlowly();
    compute.run(matmul, call);
    const waits = Promise.allSettled([compute.finished(), compute.read(call.buffers.c)]);
    expect(submit.mock.calls.length).toBeLessThan(7);
    compute.gpu!.destroy();
    expect((await waits).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('keeps its position: what is written and read around it sees it whole', async () => {
    const { compute } = await open(slowClock());
    const trial = trialFor(
      relay,
      { dimensions: { steps: 4, cells: 30 }, knobs: {} },
      new Random(3),
      { start: Array.from({ length: 30 }, (_, i) => i) },
    );
    const [start, line] = [compute.upload(trial.buffers.start), compute.zeros(120)];
    const { line: expected } = executeTwin(relay, trial);
    for (let turn = 0; turn < 3; turn += 1) {
      compute.run(relay, { ...trial, buffers: { start, line } });
      const reading = compute.read(line);
      compute.write(line, new Float32Array(120));
      expect(await reading).toEqual(Float32Array.from(expected));
      expect(await compute.read(line)).toEqual(new Float32Array(120));
    }
  });
});

describe('a kernel of several passes', () => {
  test('sees in each pass what all workgroups wrote in the one before', async () => {
    const { compute } = await open(() => performance.now());
    const dimensions = { steps: 20, cells: 101 };
    const start = Array.from({ length: 101 }, (_, i) => i % 5);
    const trial = trialFor(relay, { dimensions, knobs: {} }, new Random(1), { start });
    const line = compute.zeros(20 * 101);
    compute.run(relay, { ...trial, buffers: { start: compute.upload(trial.buffers.start), line } });
    const { line: expected } = executeTwin(relay, trial);
    expect(await compute.read(line)).toEqual(Float32Array.from(expected));
  });

  test('must know which pass it is, and say how many there are', async () => {
    const { compute } = await open(stoppedClock);
    const { plain } = relay.variants;
    const call = {
      dimensions: { steps: 1, cells: 4 },
      buffers: { start: compute.zeros(4), line: compute.zeros(4) },
    };
    const silent = { ...relay, variants: { plain: { ...plain, passes: undefined } } };
    expect(() => compute.run(silent, call)).toThrow('come together');
    const taken = { ...relay, knobs: { pass_index: { type: 'u32', min: 0, max: 1 } as const } };
    const run = () => compute.run(taken, { ...call, knobs: { pass_index: 0 } });
    expect(run).toThrow(KernelError);
    expect(run).toThrow('no dimension or knob can be called pass_index');
  });
});
