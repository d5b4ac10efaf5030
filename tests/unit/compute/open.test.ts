import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PATIENCE } from '../../../src/compute/deadline';
import type { GpuSource } from '../../../src/compute/device';
import { findKernel } from '../../../src/compute/find-kernel';
import { openCompute, type ComputeSeams } from '../../../src/compute/open';
import { LocalPort } from '../../../src/compute/worker-port';

const destroy = vi.fn();
const adapter = {
  info: { vendor: 'acme', architecture: 'rocket', isFallbackAdapter: false },
  features: new Set(),
  limits: {},
  requestDevice: () => Promise.resolve({ destroy }),
};
const source: GpuSource = {
  gpu: { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU,
  secure: true,
};
const openPort = () => new LocalPort(findKernel);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  destroy.mockReset();
});

test.each<[string, ComputeSeams['load'], string]>([
  ['does not arrive', () => Promise.reject(new TypeError('failed to fetch')), 'not-loaded'],
  ['never settles', () => new Promise(() => {}), 'not-loaded'],
  // The fake device has not even limits.
  ['meets a device that refuses it', () => import('../../../src/compute/gpu'), 'refused'],
])('code for the GPU that %s leaves the CPU, and the reason', async (_, load, kind) => {
  const opening = openCompute('gpu', { source, openPort, load });
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(PATIENCE);
  const { compute, reason } = await opening;
  expect(compute.device).toBe('cpu');
  expect(reason).toMatchObject({
    kind,
    sentence: expect.stringContaining('the CPU computes instead') as string,
  });
  expect(destroy).toHaveBeenCalledOnce();
  compute.close();
});
