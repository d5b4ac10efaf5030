import { afterAll, describe, expect, test } from 'vitest';
import { openCompute } from '../../../src/compute/open';
import { requestDevice } from '../../../src/compute/device';
import { kernel, KernelError } from '../../../src/compute/kernel';
import onlineSoftmax from '../../../shaders/online_softmax';

const { compute } = await openCompute('cpu');
afterAll(() => compute.close());

describe('the Workers', () => {
  test('run a kernel of shaders/ by its name', async () => {
    const scores = compute.upload(Float32Array.of(1, 3, 2));
    const [m, l] = [compute.zeros(2), compute.zeros(2)];
    const dimensions = { count: 3, tile: 2 };
    compute.run(onlineSoftmax, { dimensions, buffers: { scores, m, l } });
    expect(await compute.read(m)).toEqual(Float32Array.of(3, 2));
    expect((await compute.read(l))[0]).toBeCloseTo(1 + Math.exp(-2), 6);
  });

  test('run twins in float64, beside what computes', async () => {
    const dimensions = { count: 2, tile: 2 };
    const twin = await compute.twin(onlineSoftmax, { dimensions, buffers: { scores: [1, 3] } });
    expect(twin.l).toEqual(Float64Array.of(1 + Math.exp(-2)));
  });

  test('say which kernel they do not know', async () => {
    const unknown = kernel({ ...onlineSoftmax, name: 'unheard_of' });
    const dimensions = { count: 1, tile: 1 };
    const twin = compute.twin(unknown, { dimensions, buffers: { scores: [1] } });
    await expect(twin).rejects.toThrow(new KernelError('there is no kernel unheard_of'));
  });

  test('leave the page answerable while they compute', async () => {
    const dimensions = { count: 2 ** 22, tile: 4096 };
    const blocks = dimensions.count / dimensions.tile;
    const scores = compute.zeros(dimensions.count);
    const [m, l] = [compute.zeros(blocks), compute.zeros(blocks)];
    compute.run(onlineSoftmax, { dimensions, buffers: { scores, m, l } });
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
