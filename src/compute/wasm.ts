import { Heap, type Exports } from './heap';
import { Memory } from './memory';

/** A module in base64, without and with relaxed SIMD: not every engine has the second. */
export interface WasmModules {
  readonly simd: string;
  readonly relaxed: string;
}

export type WasmFeature = keyof WasmModules;

/** A memory that grew larger than this is given back before the next call: it never shrinks. */
const MOST_BYTES_KEPT = 2 ** 26;

/** The smallest modules that use a feature: f32x4.splat, and f32x4.relaxed_madd of three of it. */
const probes: Record<WasmFeature, readonly number[]> = {
  simd: moduleOf([0x43, 0, 0, 0, 0, 0xfd, 0x13]),
  relaxed: moduleOf([
    ...[0x43, 0, 0, 0, 0, 0xfd, 0x13],
    ...[0x43, 0, 0, 0, 0, 0xfd, 0x13],
    ...[0x43, 0, 0, 0, 0, 0xfd, 0x13],
    ...[0xfd, 0x85, 0x02],
  ]),
};

/** One function of type [] → [v128] with these instructions. */
function moduleOf(instructions: readonly number[]): number[] {
  const body = [0, ...instructions, 0x0b];
  return [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 5, 1, 0x60, 0, 1, 0x7b],
    ...[3, 2, 1, 0],
    ...[10, body.length + 2, 1, body.length, ...body],
  ];
}

/** Answers of an engine's WebAssembly: every call asks, and compiling a probe costs 10 µs. */
const answers = new WeakMap<object, Map<WasmFeature, boolean>>();

/** Whether this engine has WebAssembly with a feature. */
export function hasWasm(feature: WasmFeature): boolean {
  if (typeof WebAssembly !== 'object') return false;
  const known = answers.get(WebAssembly) ?? new Map<WasmFeature, boolean>();
  answers.set(WebAssembly, known);
  const has = known.get(feature) ?? WebAssembly.validate(Uint8Array.from(probes[feature]));
  known.set(feature, has);
  return has;
}

const decode = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const modules = new Map<string, Promise<WebAssembly.Module>>();
/** The modules that work in the memory that there is. */
const heaps = new Map<string, Heap>();
let memory: Memory | undefined;

/** The memory in which the modules of this thread compute. */
export function wasmMemory(): Memory {
  if (memory && (memory.bytes <= MOST_BYTES_KEPT || memory.isHome)) return memory;
  heaps.clear();
  memory = new Memory();
  return memory;
}

/** Compiles a module, once; nothing waits after that. Returns how it is come by in the memory there is. */
export async function openWasm(base64: string): Promise<() => Heap> {
  const compiling = modules.get(base64) ?? WebAssembly.compile(decode(base64));
  modules.set(base64, compiling);
  const module = await compiling;
  return () => {
    const own = wasmMemory();
    const known = heaps.get(base64);
    if (known) return known;
    const heap = new Heap(own, functionsOf(module, own));
    heaps.set(base64, heap);
    return heap;
  };
}

/** What a module exports, once it works in this memory. */
export function functionsOf(module: WebAssembly.Module, { wasm }: Memory): Exports {
  const { exports } = new WebAssembly.Instance(module, { env: { memory: wasm } });
  // Copied: to look one up among the exports themselves takes as long as a small call.
  return { ...exports } as unknown as Exports;
}
