import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgpu';
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { askedThreads, type Contender, type Openers } from '../contender';

export type Backend = 'webgpu' | 'wasm' | 'cpu';

/** An array with its shape, to be uploaded. */
export interface Shaped {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** What tfjs's WebGPU backend keeps to itself: its commands wait for company. */
interface WebGpuBackend {
  endComputePassEncoder(): void;
  submitQueue(): void;
  readonly commandEncoder: GPUCommandEncoder | null;
  readonly device: GPUDevice;
}

let isConfigured = false;

/** Library and backend, made ready; the wasm files are served beside the page. */
export async function select(backend: Backend): Promise<void> {
  if (!isConfigured) {
    setWasmPaths('/peers/@tensorflow/tfjs-backend-wasm/dist/');
    if (askedThreads > 0) setThreadsCount(askedThreads);
  }
  isConfigured = true;
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend ${backend} here`);
}

export async function finish(backend: Backend): Promise<void> {
  if (backend !== 'webgpu') return;
  const gpu = tf.backend() as WebGpuBackend;
  gpu.endComputePassEncoder();
  if (gpu.commandEncoder) gpu.submitQueue();
  await gpu.device.queue.onSubmittedWorkDone();
}

/** How many threads its WebAssembly takes here. */
export async function threads(): Promise<number> {
  await select('wasm');
  return getThreadsCount();
}

/** Work that a backend does again and again, its inputs uploaded. */
export interface TfjsProgram {
  /** One run; the tensor is its output. */
  run(): tf.Tensor;
  release(): void;
}

async function open(
  backend: Backend,
  setup: () => TfjsProgram,
  arrange: (values: Float32Array) => Float32Array,
): Promise<Contender> {
  await select(backend);
  const { run, release } = setup();
  let output: tf.Tensor | undefined;
  return {
    select: () => select(backend),
    run() {
      output = run();
    },
    finish: () => finish(backend),
    async read() {
      await select(backend);
      return arrange(await output!.data());
    },
    async release() {
      await select(backend);
      release();
    },
  };
}

const asItIs = (values: Float32Array): Float32Array => values;

/** The same program on each of tfjs's backends; `arrange` brings its output into our order. */
export const onTfjs = (setup: () => TfjsProgram, arrange = asItIs): Openers => ({
  'tfjs-webgpu': () => open('webgpu', setup, arrange),
  'tfjs-wasm': () => open('wasm', setup, arrange),
  'tfjs-cpu': () => open('cpu', setup, arrange),
});

/** An operation on inputs that stay where they are. */
export const operation =
  (inputs: () => readonly Shaped[], operate: (...inputs: tf.Tensor[]) => tf.Tensor) =>
  (): TfjsProgram => {
    const tensors = inputs().map(({ data, shape }) => tf.tensor(data, shape));
    let output: tf.Tensor | undefined;
    return {
      run() {
        output?.dispose();
        output = tf.tidy(() => operate(...tensors));
        return output;
      },
      release() {
        for (const tensor of [...tensors, output]) tensor?.dispose();
      },
    };
  };

export { tf };
