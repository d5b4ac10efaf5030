import { askedThreads, type Contender, type Openers } from '../contender';
import { model, type Graph } from './onnx';

/** What the bench uses of onnxruntime-web, which is served as it is. */
interface OrtTensor {
  readonly data: Float32Array;
  dispose(): void;
}
type Values = Record<string, OrtTensor>;
interface Session {
  run(feeds: Values, fetches?: Values): Promise<Values>;
  release(): Promise<void>;
}
interface Ort {
  readonly env: {
    readonly wasm: { wasmPaths?: string; numThreads?: number };
    readonly webgpu: { readonly device: Promise<GPUDevice> };
    logLevel?: string;
  };
  readonly InferenceSession: {
    create(bytes: Uint8Array, options: object): Promise<Session>;
  };
  readonly Tensor: {
    new (type: 'float32', data: Float32Array, shape: readonly number[]): OrtTensor;
    fromGpuBuffer(
      buffer: GPUBuffer,
      options: { dataType: 'float32'; dims: readonly number[] },
    ): OrtTensor;
  };
}

const FOLDER = '/peers/onnxruntime-web/dist/';

/** Each build with a WebAssembly of its own: that of the GPU build is slower on the CPU. */
async function load(file: string): Promise<Ort> {
  const url = `${FOLDER}${file}`;
  const ort = (await import(/* @vite-ignore */ url)) as Ort;
  ort.env.wasm.wasmPaths = new URL(FOLDER, document.baseURI).href;
  ort.env.logLevel = 'error';
  if (!crossOriginIsolated) ort.env.wasm.numThreads = 1;
  else if (askedThreads > 0) ort.env.wasm.numThreads = askedThreads;
  return ort;
}

const builds: Partial<Record<string, Promise<Ort>>> = {};
const build = (file: string): Promise<Ort> => (builds[file] ??= load(file));

/** How many threads its WebAssembly takes here, once it has run. */
export const threads = async (): Promise<number> =>
  (await build('ort.wasm.min.mjs')).env.wasm.numThreads ?? 1;

const lengthOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

async function openWasm(graph: Graph, inputs: Record<string, Float32Array>): Promise<Contender> {
  const ort = await build('ort.wasm.min.mjs');
  const session = await ort.InferenceSession.create(model(graph), {
    executionProviders: ['wasm'],
  });
  const tensor = (data: Float32Array, shape: readonly number[]): OrtTensor =>
    new ort.Tensor('float32', data, shape);
  const feeds = Object.fromEntries(
    Object.entries(graph.inputs).map(([name, shape]) => [name, tensor(inputs[name], shape)]),
  );
  let outputs: Values = {};
  return {
    async run() {
      outputs = await session.run(feeds);
    },
    finish: () => Promise.resolve(),
    read: () => Promise.resolve(outputs[graph.output.name].data),
    release: () => session.release(),
  };
}

async function openWebGpu(graph: Graph, inputs: Record<string, Float32Array>): Promise<Contender> {
  const ort = await build('ort.webgpu.min.mjs');
  const session = await ort.InferenceSession.create(model(graph), {
    executionProviders: ['webgpu'],
    preferredOutputLocation: 'gpu-buffer',
  });
  const device = await ort.env.webgpu.device;
  const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const buffers: GPUBuffer[] = [];
  const tensor = (shape: readonly number[], data?: Float32Array): OrtTensor => {
    const size = Math.ceil(lengthOf(shape) / 4) * 16;
    const buffer = device.createBuffer({ size, usage: STORAGE | COPY_SRC | COPY_DST });
    if (data) device.queue.writeBuffer(buffer, 0, data.buffer, data.byteOffset, data.byteLength);
    buffers.push(buffer);
    return ort.Tensor.fromGpuBuffer(buffer, { dataType: 'float32', dims: shape });
  };
  const feeds = Object.fromEntries(
    Object.entries(graph.inputs).map(([name, shape]) => [name, tensor(shape, inputs[name])]),
  );
  const { name, shape } = graph.output;
  const fetches = { [name]: tensor(shape) };
  const output = buffers[buffers.length - 1];
  return {
    async run() {
      await session.run(feeds, fetches);
    },
    finish: () => device.queue.onSubmittedWorkDone(),
    async read() {
      const size = lengthOf(shape) * 4;
      const staging = device.createBuffer({ size: output.size, usage: COPY_DST | MAP_READ });
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(output, 0, staging, 0, output.size);
      device.queue.submit([encoder.finish()]);
      await staging.mapAsync(GPUMapMode.READ);
      const copy = staging.getMappedRange().slice(0, size);
      staging.destroy();
      return new Float32Array(copy);
    },
    async release() {
      await session.release();
      for (const buffer of buffers) buffer.destroy();
    },
  };
}

/** The same graph on both of ONNX Runtime's providers. */
export function onOrt(graph: () => Graph, inputs: () => Record<string, Float32Array>): Openers {
  return {
    'ort-webgpu': () => openWebGpu(graph(), inputs()),
    'ort-wasm': () => openWasm(graph(), inputs()),
  };
}

/** For operators that its WebGPU provider leaves to the CPU. */
export const onOrtWasm = (
  graph: () => Graph,
  inputs: () => Record<string, Float32Array>,
): Openers => ({
  'ort-wasm': () => openWasm(graph(), inputs()),
});
