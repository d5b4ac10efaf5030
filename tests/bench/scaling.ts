import attention from '../../shaders/attention/attention';
import attentionModules from '../../shaders/attention/attention.wasm.ts?simd';
import type { Compute } from '../../src/compute/compute';
import { Heap } from '../../src/compute/heap';
import { Memory as WasmMemory } from '../../src/compute/memory';
import { functionsOf } from '../../src/compute/wasm';
import { normals } from './inputs';
import { contenderOf, type Ours } from './ours';
import { batchFor, slope, time } from './timing';
import type { Workload } from './workload';

const ROUNDS = 3;

/** How the cost of our form grows with the work. */
export interface Scaling {
  readonly title: string;
  readonly device: 'gpu' | 'cpu';
  readonly sizes: readonly {
    readonly label: string;
    readonly work: number;
    /** Of the fastest round. */
    readonly milliseconds: number;
  }[];
  /** The slope of log time over log work: 1 is in proportion. */
  readonly exponent: number;
}

/** One device after the other, four sizes interleaved. */
export async function scalingOf(workload: Workload, ours: Ours): Promise<Scaling[]> {
  const scalings: Scaling[] = [];
  for (const compute of [ours.gpu, ours.workers]) {
    const entrants = [];
    for (const { label, work, program } of workload.sizes) {
      const contender = contenderOf(compute, program);
      await time(contender);
      const times: number[] = [];
      entrants.push({ label, work, contender, batch: await batchFor(contender), times });
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { contender, batch, times } of round % 2 === 0
        ? entrants
        : [...entrants].reverse())
        times.push(await time(contender, batch));
    }
    for (const { contender } of entrants) await contender.release();
    const sizes = entrants.map(({ label, work, times }) => ({
      label,
      work,
      milliseconds: Math.min(...times),
    }));
    scalings.push({
      title: workload.title.replace(/[ ,].*/, ''),
      device: compute.device,
      sizes,
      exponent: slope(sizes.map((size) => [Math.log(size.work), Math.log(size.milliseconds)])),
    });
  }
  return scalings;
}

export interface Memory {
  readonly tokens: number;
  /** Bytes of all buffers made on the device, inputs and outputs included. */
  readonly gpu: number;
  /** Bytes of the WebAssembly memory after a call in a fresh one. */
  readonly wasm: number;
}

const WIDTH = 64;

/** Bytes of the buffers that a device makes while something runs. */
async function bytesMade(device: GPUDevice, run: () => Promise<void>): Promise<number> {
  const create = device.createBuffer;
  let bytes = 0;
  device.createBuffer = (descriptor) => {
    bytes += descriptor.size;
    return create.call(device, descriptor);
  };
  try {
    await run();
  } finally {
    device.createBuffer = create;
  }
  return bytes;
}

async function wasmBytes(tokens: number): Promise<number> {
  const bytes = Uint8Array.from(atob(attentionModules.simd), (letter) => letter.charCodeAt(0));
  const memory = new WasmMemory();
  const heap = new Heap(memory, functionsOf(await WebAssembly.compile(bytes), memory));
  const [q, k, v] = [6, 7, 8].map((stream) => normals(stream, tokens * WIDTH));
  const attended = new Float32Array(tokens * WIDTH);
  attention.wasm!.run(heap, {
    dimensions: { heads: 1, tokens, width: WIDTH, rows: tokens },
    knobs: { first: 0, causal: 0 },
    buffers: { q, k, v, attended, registers: new Float32Array(2 * tokens) },
    slots: {},
    batches: {},
  });
  return heap.bytes;
}

function gpuBytes(compute: Compute, tokens: number): Promise<number> {
  return bytesMade(compute.gpu!, async () => {
    const scope = compute.scope();
    const [q, k, v] = [6, 7, 8].map((stream) => scope.upload(normals(stream, tokens * WIDTH)));
    const [attended, registers] = [scope.zeros(tokens * WIDTH), scope.zeros(2 * tokens)];
    scope.run(attention, {
      dimensions: { heads: 1, tokens, width: WIDTH, rows: tokens },
      knobs: { first: 0, causal: 0 },
      buffers: { q, k, v, attended, registers },
    });
    await scope.finished();
    scope.release();
  });
}

/** What attention takes, by the number of tokens; all of it is run. */
export async function attentionMemory({ gpu }: Ours): Promise<{
  readonly sizes: readonly Memory[];
  readonly exponents: { readonly gpu: number; readonly wasm: number };
}> {
  const sizes: Memory[] = [];
  for (const tokens of [512, 1024, 2048, 4096]) {
    sizes.push({ tokens, gpu: await gpuBytes(gpu, tokens), wasm: await wasmBytes(tokens) });
  }
  const exponent = (of: 'gpu' | 'wasm'): number =>
    slope(sizes.map((size) => [Math.log(size.tokens), Math.log(size[of])]));
  return { sizes, exponents: { gpu: exponent('gpu'), wasm: exponent('wasm') } };
}
