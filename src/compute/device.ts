import { inTime, PATIENCE } from './deadline';

/** Why there is no GPU to compute on. */
export type NoDeviceKind =
  'no-webgpu' | 'no-adapter' | 'insecure' | 'no-answer' | 'not-loaded' | 'refused' | 'lost';

export interface NoDevice {
  readonly kind: NoDeviceKind;
  /** One sentence for the reader. */
  readonly sentence: string;
}

const sentences: Record<NoDeviceKind, string> = {
  'no-webgpu': 'This browser has no WebGPU; the CPU computes instead.',
  'no-adapter':
    'This browser has WebGPU but offers no graphics adapter here; the CPU computes instead.',
  insecure:
    'Over an insecure address browsers hide WebGPU; serve this page over HTTPS or open it as localhost. The CPU computes until then.',
  'no-answer': `The graphics device did not answer within ${PATIENCE / 1000} seconds; the CPU computes instead. Reload the page to ask again.`,
  'not-loaded':
    'The program for the graphics device did not arrive; the CPU computes instead. Reload the page to ask again.',
  refused:
    'The graphics device could not do what was asked of it; the CPU computes instead. Reload the page to ask again.',
  lost: 'The graphics device was lost.',
};

/** Said once a device that was lost computes again. */
export const DEVICE_BACK = 'The graphics device was lost; it was asked for again and is back.';

export const noDevice = (kind: NoDeviceKind): NoDevice => ({ kind, sentence: sentences[kind] });

/** A device to compute on, and who made it. */
export interface Device {
  readonly device: GPUDevice;
  /** The adapter's name for the reader: `google swiftshader`. */
  readonly name: string;
  /** `software` is an adapter that runs on the processor. */
  readonly adapter: 'hardware' | 'software';
}

/** Where a GPU is asked for: the browser, or a test in its place. */
export interface GpuSource {
  readonly gpu: GPU | undefined;
  readonly secure: boolean;
}

/** The browser's own. The type says `gpu` is always there; over an insecure origin it is not. */
export function browserGpu(): GpuSource {
  const gpu: GPU | undefined = typeof navigator === 'undefined' ? undefined : navigator.gpu;
  return { gpu, secure: globalThis.isSecureContext };
}

/** What a WebGPU canvas is drawn in here without a conversion. */
export const canvasFormat = (): GPUTextureFormat => navigator.gpu.getPreferredCanvasFormat();

const wantedFeatures: readonly GPUFeatureName[] = ['timestamp-query', 'subgroups'];

/** Asked for as large as the adapter has them; all others stay at their defaults. */
const wantedLimits = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
] as const;

function nameOf({ vendor, architecture, description, device }: GPUAdapterInfo): string {
  const words = [vendor, architecture || device].filter(Boolean).join(' ');
  return description || words || 'unnamed adapter';
}

/** Before `info.isFallbackAdapter` came, the adapter itself said it. */
function isSoftware(adapter: GPUAdapter): boolean {
  const older = adapter as GPUAdapter & { readonly isFallbackAdapter?: boolean };
  return adapter.info.isFallbackAdapter ?? older.isFallbackAdapter ?? false;
}

async function requestFrom(adapter: GPUAdapter): Promise<GPUDevice> {
  return adapter.requestDevice({
    requiredFeatures: wantedFeatures.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(wantedLimits.map((name) => [name, adapter.limits[name]])),
  });
}

async function request(gpu: GPU): Promise<Device | NoDevice> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return noDevice('no-adapter');
  return {
    device: await requestFrom(adapter),
    name: nameOf(adapter.info),
    adapter: isSoftware(adapter) ? 'software' : 'hardware',
  };
}

/** Gives back a device that came when nobody waited any more. */
function giveBack(found: Device | NoDevice): void {
  if ('device' in found) found.device.destroy();
}

/**
 * Asks for a device to compute on, or says why there is none; it never rejects, and it answers in
 * time even where the browser does not.
 */
export async function requestDevice(source: GpuSource = browserGpu()): Promise<Device | NoDevice> {
  if (!source.gpu) return noDevice(source.secure ? 'no-webgpu' : 'insecure');
  try {
    return (await inTime(request(source.gpu), giveBack)) ?? noDevice('no-answer');
  } catch {
    // An adapter that will not give a device is of no more use than none.
    return noDevice('no-adapter');
  }
}
