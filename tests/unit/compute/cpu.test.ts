import { beforeEach, describe, expect, test } from 'vitest';
import { CpuCompute } from '../../../src/compute/cpu';
import { kernel, KernelError, type Kernel } from '../../../src/compute/kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { parseFormula } from '../../../src/math/formula-parse';
import { probe, scale } from './kernels';

const broken = kernel({
  ...scale,
  name: 'broken',
  cpu() {
    throw new Error('an axle broke');
  },
});

const kernels: Record<string, Kernel> = { scale, probe, broken };

function find(name: string): Promise<Kernel> {
  const found = kernels[name];
  return found ? Promise.resolve(found) : Promise.reject(new KernelError(`no kernel ${name}`));
}

const port = (): LocalPort => new LocalPort(find);
const call = { dimensions: { count: 2 }, knobs: { factor: 2, shift: 1 } };
let compute: CpuCompute;

beforeEach(() => {
  compute = CpuCompute.open(port(), new Twins(port));
});

const buffers = (on: CpuCompute, data: number[] = [1, 2]) => ({
  x: on.upload(Float32Array.from(data)),
  y: on.zeros(data.length),
  runs: on.zeros(1, 'u32'),
});

describe('the CPU path', () => {
  test('runs what is queued in order, and reads parts', async () => {
    const { x, y, runs } = buffers(compute);
    compute.run(scale, { ...call, buffers: { x, y, runs } });
    compute.run(scale, { ...call, buffers: { x: y, y: x, runs } });
    compute.write(y, Float32Array.of(9), 1);
    expect(await compute.read(x)).toEqual(Float32Array.of(7, 11));
    expect(await compute.read(y, 1, 1)).toEqual(Float32Array.of(9));
    expect(await compute.read(runs)).toEqual(Uint32Array.of(2));
    expect(await compute.readAll([x, [y, 1, 1], [y, 1], [x, 2], runs])).toEqual([
      Float32Array.of(7, 11),
      ...[Float32Array.of(9), Float32Array.of(9), new Float32Array(0)],
      Uint32Array.of(2),
    ]);
    expect(await compute.readAll([])).toEqual([]);
    expect(await compute.read(x, 2)).toEqual(new Float32Array(0));
    await expect(compute.readAll([x, [y, 1, 2]])).rejects.toThrow('no 2 numbers from 1 on');
  });

  test('tells whoever waits how much is done, and drops the rest when nobody waits', async () => {
    // Not small, so that one waits for the other.
    const dimensions = { count: 2 ** 16 };
    const held = buffers(compute, new Array<number>(dimensions.count).fill(1));
    const abort = new AbortController();
    const shares: number[] = [];
    await compute.finished();
    for (let i = 0; i < 8; i += 1) compute.run(scale, { ...call, dimensions, buffers: held });
    const progress = (share: number): void => {
      shares.push(share);
      if (share >= 0.5) abort.abort();
    };
    await expect(compute.finished({ progress, signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const [begun] = await compute.read(held.runs);
    expect(begun).toBeGreaterThan(2);
    expect(begun).toBeLessThan(8);
  });

  test('takes contents when they are given, not when they are used', async () => {
    const data = Float32Array.of(1, 2);
    const tensor = compute.upload(data);
    data[0] = 5;
    expect(await compute.read(tensor)).toEqual(Float32Array.of(1, 2));
    compute.write(tensor, data);
    data[0] = 6;
    expect(await compute.read(tensor)).toEqual(Float32Array.of(5, 2));
  });

  test('a read is a copy', async () => {
    const tensor = compute.upload(Float32Array.of(1, 2));
    (await compute.read(tensor))[0] = 5;
    expect(await compute.read(tensor)).toEqual(Float32Array.of(1, 2));
  });

  test('refuses a wrong call at once', () => {
    const { x, y, runs } = buffers(compute);
    const wrong = { ...call, buffers: { x, y: x, runs } };
    expect(() => compute.run(scale, wrong)).toThrow(KernelError);
    y.release();
    expect(() => compute.run(scale, { ...call, buffers: { x, y, runs } })).toThrow('released');
    expect(() => compute.zeros(2 ** 40)).toThrow(KernelError);
    expect(() => compute.zeros(0)).toThrow(KernelError);
    expect(() => compute.write(x, Float32Array.of(1, 2), 1)).toThrow('do not fit');
    expect(() => compute.write(x, Uint32Array.of(1))).toThrow('holds f32');
  });

  test('hands on what a kernel threw, once, to whoever waits next', async () => {
    compute.run(broken, { ...call, buffers: buffers(compute) });
    await expect(compute.finished()).rejects.toThrow('an axle broke');
    await expect(compute.finished()).resolves.toBeUndefined();
  });

  test('an error stays in its scope', async () => {
    const scope = compute.scope();
    scope.run(broken, { ...call, buffers: buffers(scope) });
    await expect(compute.finished()).resolves.toBeUndefined();
    await expect(scope.finished()).rejects.toThrow('an axle broke');
  });

  test('runs the twin in float64, on numbers as the device holds them', async () => {
    const twin = await compute.twin(scale, {
      dimensions: { count: 1 },
      knobs: { factor: 0.1, shift: 0 },
      buffers: { x: [1], runs: [4] },
    });
    expect(twin).toEqual({ y: Float64Array.of(Math.fround(0.1)), runs: Uint32Array.of(5) });
  });

  test('the twin refuses what does not fit', async () => {
    const twin = compute.twin(scale, { ...call, buffers: { x: [1], runs: [0] } });
    await expect(twin).rejects.toThrow('x holds 1 numbers');
    const missing = compute.twin(scale, { ...call, buffers: { x: [1, 2] } });
    await expect(missing).rejects.toThrow('the buffer runs is missing');
  });

  test('fills a slot with a formula and its slopes', async () => {
    const slots = { surface: parseFormula('x^2*y', ['x', 'y']) };
    const point = { dimensions: { count: 1 }, slots, buffers: { xs: [3], ys: [2] } };
    expect(await compute.twin(probe, point)).toEqual({
      value: Float64Array.of(18),
      dx: Float64Array.of(12),
      dy: Float64Array.of(9),
    });
  });
});

describe('a scope', () => {
  test('drops what it queued when it is released, and nothing else', async () => {
    const { x, y, runs } = buffers(compute);
    const scope = compute.scope();
    const inner = scope.scope();
    const dropped = inner.read(inner.zeros(1));
    scope.run(scale, { ...call, buffers: { x, y, runs } });
    compute.run(scale, { ...call, buffers: { x, y, runs } });
    scope.release();
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await compute.read(runs)).toEqual(Uint32Array.of(1));
  });

  test('stops whoever goes on with it', () => {
    const abort = new AbortController();
    const scope = compute.scope(abort.signal);
    const tensor = scope.zeros(1);
    abort.abort();
    const aborted = expect.objectContaining({ name: 'AbortError' }) as Error;
    expect(() => scope.zeros(1)).toThrow(aborted);
    expect(() => scope.scope()).toThrow(aborted);
    expect(() => compute.write(tensor, Float32Array.of(1))).toThrow('released');
    const late = compute.scope(abort.signal);
    expect(() => late.zeros(1)).toThrow(aborted);
  });
});
