import { openWasm, type WasmFeature } from '../../src/compute/wasm';
import modules from './fma.wasm.ts?simd';
import { onThread, rawDispatch, storage } from './raw';
import { batchFor, time, type Timed } from './timing';

/** What the machine itself does at most. */
interface Ceiling {
  readonly title: string;
  /** Of one run. */
  readonly amount: number;
  readonly unit: 'flop' | 'byte';
  readonly timed: Timed;
}

const ceilingNames = [
  'wgslFma',
  'wgslCopy',
  'wgslRead',
  'wasmSimd',
  'wasmRelaxed',
  'float64',
] as const;
export type CeilingName = (typeof ceilingNames)[number];

/** Of 10⁹ operations or bytes a second. */
export type Rates = Readonly<Record<CeilingName, number>>;

const INVOCATIONS = 16_384;
const TURNS = 256;

/** Eight chains of vec4: 64 operations a turn, started from what the compiler cannot know. */
const fmaWgsl = `
@group(0) @binding(0) var<storage, read_write> sums: array<vec4f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) at: vec3u) {
  let a = sums[at.x];
  let b = sums[at.x] * 0.5f;
  var c0 = a;
  var c1 = b;
  var c2 = a;
  var c3 = b;
  var c4 = a;
  var c5 = b;
  var c6 = a;
  var c7 = b;
  for (var i = 0u; i < ${TURNS}u; i += 1u) {
    c0 = fma(c0, a, b);
    c1 = fma(c1, a, b);
    c2 = fma(c2, a, b);
    c3 = fma(c3, a, b);
    c4 = fma(c4, a, b);
    c5 = fma(c5, a, b);
    c6 = fma(c6, a, b);
    c7 = fma(c7, a, b);
  }
  sums[at.x] = c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7;
}`;

/** Numbers that are copied and summed: as many as the elementwise workloads have. */
const FLOATS = 2 ** 22;
const QUADS = FLOATS / 4;

/** Quads that an invocation copies; neighbours copy neighbours. */
const EACH = 4;

const copyWgsl = `
@group(0) @binding(0) var<storage, read> numbers: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> results: array<vec4f>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  let first = group.x * ${64 * EACH}u + local;
  results[first] = numbers[first];
  results[first + 64u] = numbers[first + 64u];
  results[first + 128u] = numbers[first + 128u];
  results[first + 192u] = numbers[first + 192u];
}`;

/** Invocations that read everything once, four sums each. */
const READERS = 2048;

const readWgsl = `
@group(0) @binding(0) var<storage, read> numbers: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> results: array<vec4f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) at: vec3u) {
  var a = vec4f();
  var b = vec4f();
  var c = vec4f();
  var d = vec4f();
  for (var i = at.x; i < ${QUADS}u; i += ${4 * READERS}u) {
    a += numbers[i];
    b += numbers[i + ${READERS}u];
    c += numbers[i + ${2 * READERS}u];
    d += numbers[i + ${3 * READERS}u];
  }
  results[at.x] = a + b + c + d;
}`;

/** Turns of the chains that the processor computes. */
const CPU_TURNS = 250_000;

/** Eight chains in float64, by the engine's compiler. */
function float64Chains(turns: number, a: number, b: number): number {
  let [c0, c1, c2, c3, c4, c5, c6, c7] = [a, b, a, b, a, b, a, b];
  for (let i = 0; i < turns; i += 1) {
    c0 = c0 * a + b;
    c1 = c1 * a + b;
    c2 = c2 * a + b;
    c3 = c3 * a + b;
    c4 = c4 * a + b;
    c5 = c5 * a + b;
    c6 = c6 * a + b;
    c7 = c7 * a + b;
  }
  return c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7;
}

/** Where results go, so that no compiler can leave the work out. */
const sink = { value: 0 };

async function wasmChains(feature: WasmFeature): Promise<Timed> {
  const { chains } = (await openWasm(modules[feature]))().functions;
  return onThread(() => (sink.value = chains(CPU_TURNS, 0.999, 0.001)));
}

async function ceilingsOf(device: GPUDevice): Promise<Record<CeilingName, Ceiling>> {
  const [numbers, results] = [storage(device, FLOATS), storage(device, FLOATS)];
  const sums = storage(device, INVOCATIONS * 4);
  const wasm = { amount: CPU_TURNS * 80, unit: 'flop' } as const;
  return {
    wgslFma: {
      title: 'WGSL multiply-add',
      amount: INVOCATIONS * TURNS * 64,
      unit: 'flop',
      timed: await rawDispatch(device, fmaWgsl, [sums], INVOCATIONS / 64),
    },
    wgslCopy: {
      title: 'WGSL copy of 16 MiB',
      amount: 2 * FLOATS * 4,
      unit: 'byte',
      timed: await rawDispatch(device, copyWgsl, [numbers, results], QUADS / 64 / EACH),
    },
    wgslRead: {
      title: 'WGSL sum of 16 MiB',
      amount: FLOATS * 4,
      unit: 'byte',
      timed: await rawDispatch(device, readWgsl, [numbers, results], READERS / 64),
    },
    wasmSimd: {
      title: 'WebAssembly SIMD, one thread',
      ...wasm,
      timed: await wasmChains('simd'),
    },
    wasmRelaxed: {
      title: 'WebAssembly relaxed SIMD, one thread',
      ...wasm,
      timed: await wasmChains('relaxed'),
    },
    float64: {
      title: 'JavaScript float64, one thread',
      amount: CPU_TURNS * 16,
      unit: 'flop',
      timed: onThread(() => (sink.value = float64Chains(CPU_TURNS, 0.999, 0.001))),
    },
  };
}

/** The ceilings of a page, ready to be measured again in every round. */
export interface Ceilings {
  readonly about: readonly {
    readonly name: CeilingName;
    readonly title: string;
    readonly unit: string;
  }[];
  measure(): Promise<Rates>;
}

export async function openCeilings(device: GPUDevice): Promise<Ceilings> {
  const ceilings = await ceilingsOf(device);
  const batches = new Map<CeilingName, number>();
  for (const name of ceilingNames) batches.set(name, await batchFor(ceilings[name].timed));
  return {
    about: ceilingNames.map((name) => {
      const { title, unit } = ceilings[name];
      return { name, title, unit: unit === 'flop' ? 'GFLOP/s' : 'GB/s' };
    }),
    async measure() {
      const rates: Record<string, number> = {};
      for (const name of ceilingNames) {
        const { timed, amount } = ceilings[name];
        rates[name] = amount / (await time(timed, batches.get(name))) / 1e6;
      }
      return rates as Rates;
    },
  };
}
