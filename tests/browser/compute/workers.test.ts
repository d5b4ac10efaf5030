import { afterAll, describe, expect, test } from 'vitest';
import { openCompute } from '../../../src/compute/open';
import { requestDevice } from '../../../src/compute/device';
import { kernel, KernelError } from '../../../src/compute/kernel';
import matmul from '../../../shaders/dense/matmul';

const { compute } = await openCompute('cpu');
afterAll(() => compute.close());

const knobs = { transposeA: 0, transposeB: 0, biased: 0, activation: 0 };

describe('the Workers', () => {
  test('run a kernel of shaders/ by its name', async () => {
    const [a, b] = [Float32Array.of(1, 2), Float32Array.of(3, 4)].map((x) => compute.upload(x));
    const [bias, c] = [compute.zeros(1), compute.zeros(1)];
    const dimensions = { batch: 1, rows: 1, inner: 2, columns: 1 };
    compute.run(matmul, { dimensions, knobs, buffers: { a, b, bias, c } });
    expect(await compute.read(c)).toEqual(Float32Array.of(11));
  });

  test('run twins in float64, beside what computes', async () => {
    const dimensions = { batch: 1, rows: 1, inner: 1, columns: 1 };
    const buffers = { a: [1e8 + 1], b: [1], bias: [0] };
    const twin = await compute.twin(matmul, { dimensions, knobs, buffers });
    expect(twin.c).toEqual(Float64Array.of(1e8 + 1));
  });

  test('say which kernel they do not know', async () => {
    const unknown = kernel({ ...matmul, name: 'unheard_of' });
    const dimensions = { batch: 1, rows: 1, inner: 1, columns: 1 };
    const twin = compute.twin(unknown, {
      dimensions,
      knobs,
      buffers: { a: [1], b: [1], bias: [0] },
    });
    await expect(twin).rejects.toThrow(new KernelError('there is no kernel unheard_of'));
  });

  test('leave the page answerable while they compute', async () => {
    const dimensions = { batch: 1, rows: 1024, inner: 1024, columns: 1024 };
    const [a, b, c] = [0, 1, 2].map(() => compute.zeros(2 ** 20));
    const buffers = { a, b, bias: compute.zeros(1024), c };
    compute.run(matmul, { dimensions, knobs, buffers });
    let done = false;
    const finished = compute.finished().then(() => (done = true));
    let turns = 0;
    while (!done) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      turns += 1;
    }
    await finished;
    expect(turns).toBeGreaterThan(3);
  });
});

describe('the choice of a device', () => {
  test('a software adapter is used only when it is asked for', async () => {
    const { compute: unasked, reason } = await openCompute(undefined);
    expect([unasked.device, reason]).toEqual(['cpu', undefined]);
    unasked.close();
  });

  test('a GPU that is not to be had leaves the CPU and the reason', async () => {
    const source = { gpu: undefined, secure: false };
    const { compute: instead, reason } = await openCompute('gpu', { source });
    expect([instead.device, reason?.kind]).toEqual(['cpu', 'insecure']);
    instead.close();
  });

  test('the device has what was asked of it', async () => {
    const found = await requestDevice();
    if ('kind' in found) throw new Error(found.sentence);
    expect(found.device.limits.maxStorageBufferBindingSize).toBeGreaterThan(2 ** 27);
    expect(found.device.features.has('timestamp-query')).toBe(true);
    found.device.destroy();
  });
});
