import { afterEach, describe, expect, test, vi } from 'vitest';
import { PATIENCE } from '../../../src/compute/deadline';
import { requestDevice, type GpuSource } from '../../../src/compute/device';

interface Given {
  readonly software?: boolean;
  readonly older?: boolean;
  readonly refuses?: boolean;
  readonly info?: Partial<GPUAdapterInfo>;
  readonly features?: readonly string[];
}

const limits = {
  maxBufferSize: 1000,
  maxStorageBufferBindingSize: 900,
  maxStorageBuffersPerShaderStage: 10,
};

/** An adapter whose device is what a test says. */
const adapterThat = (requestDevice: () => Promise<unknown>) => ({
  info: { vendor: 'acme', architecture: 'rocket', device: '', description: '' },
  features: new Set<string>(),
  limits,
  requestDevice,
});

/** A browser whose adapter is made of what a test says, and what was asked of it. */
function browser(given: Given = {}): { source: GpuSource; asked: GPUDeviceDescriptor[] } {
  const asked: GPUDeviceDescriptor[] = [];
  const adapter = {
    info: { vendor: 'acme', architecture: 'rocket', device: '', description: '', ...given.info },
    isFallbackAdapter: given.older ? given.software : undefined,
    features: new Set(given.features ?? []),
    limits,
    requestDevice: (descriptor: GPUDeviceDescriptor) => {
      asked.push(descriptor);
      return given.refuses ? Promise.reject(new Error('no')) : Promise.resolve({});
    },
  };
  if (!given.older) Object.assign(adapter.info, { isFallbackAdapter: given.software ?? false });
  const gpu = { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU;
  return { source: { gpu, secure: true }, asked };
}

describe('asking for a device', () => {
  test.each<[string, GpuSource, string, RegExp]>([
    ['a browser without WebGPU', { gpu: undefined, secure: true }, 'no-webgpu', /no WebGPU/],
    ['an insecure origin', { gpu: undefined, secure: false }, 'insecure', /HTTPS.*localhost/],
    [
      'no adapter',
      { gpu: { requestAdapter: () => Promise.resolve(null) } as unknown as GPU, secure: true },
      'no-adapter',
      /no graphics adapter/,
    ],
    ['an adapter that refuses', browser({ refuses: true }).source, 'no-adapter', /adapter/],
  ])('%s gives a reason and a sentence', async (_, source, kind, sentence) => {
    const found = await requestDevice(source);
    expect(found).toMatchObject({ kind, sentence: expect.stringMatching(sentence) as string });
  });

  test('names the adapter by its description, else by vendor and architecture', async () => {
    expect(await requestDevice(browser().source)).toMatchObject({ name: 'acme rocket' });
    const described = browser({ info: { description: 'Rocket 9' } }).source;
    expect(await requestDevice(described)).toMatchObject({ name: 'Rocket 9' });
    const nameless = browser({ info: { vendor: '', architecture: '' } }).source;
    expect(await requestDevice(nameless)).toMatchObject({ name: 'unnamed adapter' });
  });

  test('knows a software adapter, of newer and of older browsers', async () => {
    expect(await requestDevice(browser().source)).toMatchObject({ adapter: 'hardware' });
    for (const older of [false, true]) {
      const { source } = browser({ software: true, older });
      expect(await requestDevice(source)).toMatchObject({ adapter: 'software' });
    }
  });

  test('asks for buffers as large as there are, and for features only where they are', async () => {
    const { source, asked } = browser({ features: ['subgroups', 'shader-f16'] });
    await requestDevice(source);
    expect(asked).toEqual([
      {
        requiredFeatures: ['subgroups'],
        requiredLimits: limits,
      },
    ]);
  });
});

describe('a browser that does not answer', () => {
  afterEach(() => vi.useRealTimers());
  const never = new Promise<never>(() => {});
  const gpuOf = (requestAdapter: () => Promise<unknown>): GpuSource => ({
    gpu: { requestAdapter } as unknown as GPU,
    secure: true,
  });

  test.each([
    ['an adapter', gpuOf(() => never)],
    ['a device', gpuOf(() => Promise.resolve(adapterThat(() => never)))],
  ])('is given up when %s does not come in time', async (_, source) => {
    vi.useFakeTimers();
    const found = requestDevice(source);
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    await expect(Promise.race([found, Promise.resolve('waiting')])).resolves.toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await found).toMatchObject({
      kind: 'no-answer',
      sentence: expect.stringContaining('within 5 seconds; the CPU computes instead') as string,
    });
  });

  test('gets back a device that comes too late', async () => {
    vi.useFakeTimers();
    const destroy = vi.fn();
    let give: (device: unknown) => void = () => undefined;
    const device = new Promise((resolve) => (give = resolve));
    const found = requestDevice(gpuOf(() => Promise.resolve(adapterThat(() => device))));
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await found).toMatchObject({ kind: 'no-answer' });
    give({ destroy });
    await vi.advanceTimersByTimeAsync(0);
    expect(destroy).toHaveBeenCalledOnce();
  });

  test('leaves no timer behind when it answers', async () => {
    vi.useFakeTimers();
    await requestDevice(browser().source);
    expect(vi.getTimerCount()).toBe(0);
  });
});
