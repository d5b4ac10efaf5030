import { describe, expect, test } from 'vitest';
import { requestDevice, type GpuSource } from '../../../src/compute/device';

interface Given {
  readonly software?: boolean;
  readonly older?: boolean;
  readonly refuses?: boolean;
  readonly info?: Partial<GPUAdapterInfo>;
  readonly features?: readonly string[];
}

/** A browser whose adapter is made of what a test says, and what was asked of it. */
function browser(given: Given = {}): { source: GpuSource; asked: GPUDeviceDescriptor[] } {
  const asked: GPUDeviceDescriptor[] = [];
  const adapter = {
    info: { vendor: 'acme', architecture: 'rocket', device: '', description: '', ...given.info },
    isFallbackAdapter: given.older ? given.software : undefined,
    features: new Set(given.features ?? []),
    limits: {
      maxBufferSize: 1000,
      maxStorageBufferBindingSize: 900,
      maxStorageBuffersPerShaderStage: 10,
    },
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
        requiredLimits: {
          maxBufferSize: 1000,
          maxStorageBufferBindingSize: 900,
          maxStorageBuffersPerShaderStage: 10,
        },
      },
    ]);
  });
});
