import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Compute } from '../../../src/compute/compute';
import { kernel, KernelError } from '../../../src/compute/kernel';
import { openCompute } from '../../../src/compute/open';
import { scale } from '../../unit/compute/kernels';

const { compute } = await openCompute('gpu');
afterAll(() => compute.close());

const call = { dimensions: { count: 2 }, knobs: { factor: 2, shift: 1 } };
const buffers = (on: Compute, data: number[] = [1, 2]) => ({
  x: on.upload(Float32Array.from(data)),
  y: on.zeros(data.length),
  runs: on.zeros(1, 'u32'),
});

/** The kernel with another source. */
const withSource = (wgsl: string) =>
  kernel({ ...scale, variants: { plain: { ...scale.variants.plain, wgsl } } });

describe('the GPU', () => {
  test('says what it is', () => {
    expect(compute.device).toBe('gpu');
    expect(compute.adapter).toBe('software');
    expect(compute.name).toMatch(/swiftshader/i);
    expect(compute.limits.tensorLength).toBeGreaterThanOrEqual(2 ** 25);
  });

  test('runs what is queued in order, writes between runs included', async () => {
    const { x, y, runs } = buffers(compute);
    compute.run(scale, { ...call, buffers: { x, y, runs } });
    compute.run(scale, { ...call, buffers: { x: y, y: x, runs } });
    compute.write(y, Float32Array.of(9), 1);
    compute.run(scale, { ...call, buffers: { x, y: compute.zeros(2), runs } });
    expect(await compute.read(x)).toEqual(Float32Array.of(7, 11));
    expect(await compute.read(y, 1, 1)).toEqual(Float32Array.of(9));
    expect(await compute.read(runs)).toEqual(Uint32Array.of(3));
    expect(await compute.readAll([x, [y, 1, 1], [y, 1], [x, 2], runs])).toEqual([
      Float32Array.of(7, 11),
      ...[Float32Array.of(9), Float32Array.of(9), new Float32Array(0)],
      Uint32Array.of(3),
    ]);
    expect(await compute.readAll([])).toEqual([]);
    expect(await compute.read(x, 2)).toEqual(new Float32Array(0));
    await expect(compute.readAll([x, [y, 1, 2]])).rejects.toThrow('no 2 numbers from 1 on');
  });

  test('gives each of a thousand calls its own knobs', async () => {
    const { x, y, runs } = buffers(compute, [0]);
    const shifts = Array.from({ length: 1000 }, (_, i) => (i % 21) - 10);
    for (const [i, shift] of shifts.entries()) {
      const [from, to] = i % 2 === 0 ? [x, y] : [y, x];
      const knobs = { factor: 1, shift };
      compute.run(scale, { dimensions: { count: 1 }, knobs, buffers: { x: from, y: to, runs } });
    }
    const sum = shifts.reduce((a, b) => a + b);
    expect(await compute.read(x)).toEqual(Float32Array.of(sum));
    expect(await compute.read(runs)).toEqual(Uint32Array.of(1000));
  });

  test('refuses before anything is dispatched', async () => {
    const { x, y, runs } = buffers(compute);
    const wrong = { ...call, buffers: { x, y: compute.zeros(3), runs } };
    expect(() => compute.run(scale, wrong)).toThrow(KernelError);
    expect(() => compute.zeros(2 ** 40)).toThrow(KernelError);
    expect(() => compute.write(x, Float32Array.of(1, 2), 1)).toThrow('do not fit');
    y.release();
    expect(() => compute.run(scale, { ...call, buffers: { x, y, runs } })).toThrow('released');
    expect(await compute.read(runs)).toEqual(Uint32Array.of(0));
  });

  test('refuses more workgroups than a dimension takes', () => {
    const wide = kernel({
      ...scale,
      variants: { plain: { ...scale.variants.plain, workgroups: () => [65_536, 1, 1] } },
    });
    const run = () => compute.run(wide, { ...call, buffers: buffers(compute) });
    expect(run).toThrow('65536 × 1 × 1 workgroups are too many');
  });

  test('WGSL that does not compile rejects the next wait with its message, each time', async () => {
    const broken = withSource(scale.variants.plain.wgsl.replace('params.factor', 'nowhere'));
    const scope = compute.scope();
    for (let i = 0; i < 2; i += 1) {
      scope.run(broken, { ...call, buffers: buffers(scope) });
      await expect(scope.finished()).rejects.toThrow(/nowhere/);
    }
    await expect(scope.finished()).resolves.toBeUndefined();
    scope.run(broken, { ...call, buffers: buffers(scope) });
    await expect(scope.read(scope.zeros(1))).rejects.toThrow(KernelError);
    await expect(compute.finished()).resolves.toBeUndefined();
    scope.release();
  });

  test('WGSL that declares something else than its kernel is refused at once', () => {
    const { wgsl } = scale.variants.plain;
    for (const [other, sentence] of [
      [wgsl.replaceAll('runs', 'laps'), 'its WGSL has no buffer runs'],
      [wgsl.replace('shift: i32', 'shift: u32'), 'params.shift is u32, not i32'],
      [wgsl.replace('count: u32,', 'count: u32, speed: f32,'), 'params.speed is f32, not known'],
    ]) {
      const run = () => compute.run(withSource(other), { ...call, buffers: buffers(compute) });
      expect(run).toThrow(sentence);
    }
  });

  test('errors that nobody’s scope caught reach the computation, not the console', async () => {
    const scope = compute.scope();
    compute.gpu!.createBuffer({ size: 4, usage: 0xffff });
    await compute.gpu!.queue.onSubmittedWorkDone();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(scope.finished()).rejects.toThrow('the graphics device refused');
    await expect(compute.finished()).rejects.toThrow('the graphics device refused');
    scope.release();
  });
});

describe('a device that refuses', () => {
  const device = GPUDevice.prototype;
  const { createComputePipeline } = device;
  const { mapAsync } = GPUBuffer.prototype;
  afterEach(() => {
    device.createComputePipeline = createComputePipeline;
    GPUBuffer.prototype.mapAsync = mapAsync;
  });

  const refusals: Record<string, (on: Compute) => Promise<unknown>> = {
    'a pipeline that throws': async (on) => {
      device.createComputePipeline = () => {
        throw new TypeError('no');
      };
      on.run(scale, { ...call, buffers: buffers(on) });
      await on.finished();
    },
    'a pipeline that is invalid': async (on) => {
      const broken = withSource(scale.variants.plain.wgsl.replace('params.factor', 'nowhere'));
      on.run(broken, { ...call, buffers: buffers(on) });
      await on.finished();
    },
    'a readback that is rejected': async (on) => {
      GPUBuffer.prototype.mapAsync = () => Promise.reject(new DOMException('no', 'OperationError'));
      await on.read(on.zeros(1));
    },
  };

  test.each(Object.keys(refusals))('%s ends it, before whoever waits hears of it', async (name) => {
    const { compute: refusing } = await openCompute('gpu');
    const order: string[] = [];
    void refusing.lost.then(() => order.push('lost'));
    await refusals[name](refusing).catch(() => order.push('rejected'));
    expect(order).toEqual(['lost', 'rejected']);
    const loss = await refusing.lost;
    expect(loss.again, 'it would refuse again').toBe(false);
    expect(loss.sentence).toContain('the CPU computes instead');
    refusing.close();
  });
});

describe('a scope', () => {
  test('releases its tensors and stops whoever goes on with it', async () => {
    const abort = new AbortController();
    const scope = compute.scope(abort.signal);
    const held = buffers(scope);
    const reading = scope.read(held.x);
    abort.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(() => scope.run(scale, { ...call, buffers: held })).toThrow(
      expect.objectContaining({ name: 'AbortError' }) as Error,
    );
    await expect(scope.finished()).rejects.toMatchObject({ name: 'AbortError' });
    await expect(compute.finished()).resolves.toBeUndefined();
  });

  test('drops what it has not submitted, and nothing of others', async () => {
    const { x, y, runs } = buffers(compute);
    const scope = compute.scope();
    scope.run(scale, { ...call, buffers: { x, y, runs } });
    compute.run(scale, { ...call, buffers: { x, y, runs } });
    scope.release();
    expect(await compute.read(runs)).toEqual(Uint32Array.of(1));
  });

  test('releasing a tensor leaves what was queued with it', async () => {
    const { x, y, runs } = buffers(compute);
    compute.run(scale, { ...call, buffers: { x, y, runs } });
    x.release();
    expect(await compute.read(y)).toEqual(Float32Array.of(3, 5));
  });
});

test('a lost device says so, and every wait ends', async () => {
  const { compute: doomed } = await openCompute('gpu');
  const tensor = doomed.upload(Float32Array.of(1));
  const reading = doomed.read(tensor);
  doomed.gpu!.destroy();
  await expect(reading).rejects.toThrow();
  expect(await doomed.lost).toEqual({ sentence: 'The graphics device was lost.', again: true });
  expect(() => doomed.zeros(1)).toThrow('the graphics device was lost');
  await expect(doomed.finished()).rejects.toThrow('the graphics device was lost');
  doomed.close();
});
