import type { Formula } from '../math/formula';
import type { Batch } from '../math/formula-batch';
import type { Heap } from './heap';
import type { ElementType, Numbers } from './numbers';
import type { WasmModules } from './wasm';

/** Named sizes: `{ rows: 4, columns: 7 }`. */
export type Dimensions = Readonly<Record<string, number>>;
export type Knobs = Readonly<Record<string, number>>;

/** The shape of a buffer: names of dimensions, numbers, or sizes computed from the dimensions. */
export type Extent = string | number | ((dimensions: Dimensions) => number);

export interface BufferSpec {
  readonly shape: readonly Extent[];
  /** `f32` unless said. */
  readonly type?: ElementType;
  /** How the suite fills it; `normal` unless said. A u32 or i32 buffer needs one. */
  readonly fill?: (
    random: { uniform(): number; normal(): number },
    dimensions: Dimensions,
  ) => number;
}

/** A number that changes what a kernel computes. */
export interface Knob {
  readonly type: ElementType;
  readonly min: number;
  /** A number, or one that depends on the sizes: a position in a buffer has its length above it. */
  readonly max: number | ((dimensions: Dimensions) => number);
}

/** The largest value a knob may take at these sizes. */
export const largestOf = ({ max }: Knob, dimensions: Dimensions): number =>
  typeof max === 'number' ? max : max(dimensions);

/** One way of running a kernel on a GPU. */
export interface Variant {
  /**
   * WGSL with one entry point, `main`, a uniform named `params` (its members are dimensions and
   * knobs by name) and one storage variable for each buffer, by name. It is read as written; what
   * it needs from a `lib` is joined in front of it by the kernel.
   *
   * A variant whose `params` has a member `first_workgroup: u32` may be dispatched in pieces, so
   * that a submit stays short: `first_workgroup + workgroup.y * workgroups.x + workgroup.x` is then
   * the workgroup an invocation belongs to, and no workgroup may depend on another of its pass.
   */
  readonly wgsl: string;
  /** Workgroups to dispatch; use `spread` for counts that may pass 65,535. */
  workgroups(dimensions: Dimensions, knobs: Knobs): readonly [number, number, number];
  /**
   * Dispatches that follow one another, each seeing what all workgroups of the one before have
   * written, as a recurrence needs; `params` has a member `pass_index: u32` then, from 0. One unless
   * said. CPU forms run the whole loop themselves.
   */
  passes?(dimensions: Dimensions, knobs: Knobs): number;
  /** A device feature without which this variant does not compile. */
  readonly needs?: GPUFeatureName;
  /** Uses workgroup memory with barriers: never tried on a software adapter. */
  readonly barriers?: boolean;
  /** Whether it is made for these sizes, such as rows of whole vec4; for all of them unless said. */
  fits?(dimensions: Dimensions, knobs: Knobs): boolean;
}

/** A form in WebAssembly SIMD: `shaders/<family>/<name>.wasm.ts`, in AssemblyScript. */
export interface WasmForm {
  /** What `./<name>.wasm.ts?simd` exports by default. */
  readonly modules: WasmModules;
  /** Calls its functions with the addresses of what it reads and writes. */
  run(heap: Heap, call: CpuCall): void;
}

/**
 * How a call is cut into independent ones, for several Workers: each takes a range of one
 * dimension, and no result depends on where it is cut.
 */
export interface Division {
  /** The dimension that is cut. */
  readonly along: string;
  /**
   * Buffers of which each part has its range only. Where an extent above 1 stands before the
   * dimension a part works on a copy, and writes all of it if it writes any.
   */
  readonly buffers: readonly string[];
  /** A knob to which the start of the range is added; the buffers it goes with stay whole. */
  readonly first?: string;
}

/** What a CPU form of a kernel is handed. */
export interface CpuCall {
  readonly dimensions: Dimensions;
  readonly knobs: Knobs;
  /** Reads, writes and updates by name. The twin gets Float64Array for every f32 buffer. */
  readonly buffers: Readonly<Record<string, Numbers>>;
  /** The reader's expressions, by slot. */
  readonly slots: Readonly<Record<string, (...args: number[]) => number>>;
  /** The same over up to 512 points at once: what a fast form takes, at a tenth of the time. */
  readonly batches: Readonly<Record<string, Batch>>;
}

/** A case worth naming: a sentence and the input that brings it about. */
export interface Edge {
  readonly title: string;
  readonly dimensions: Dimensions;
  readonly knobs?: Knobs;
  /** Contents of some buffers; the others are filled as usual. */
  readonly buffers?: Readonly<Record<string, readonly number[]>>;
  /** What must come out, where it can be said outright; else the twin decides. */
  readonly expected?: Readonly<Record<string, readonly number[]>>;
}

/**
 * A kernel: WGSL and its CPU twin. `shaders/<family>/<name>.ts` exports one as default, beside
 * `shaders/<family>/<name>.wgsl` (variants: `<name>.<variant>.wgsl`; in AssemblyScript: `<name>.wasm.ts`).
 */
export interface Kernel {
  /** The stem of its files. */
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly knobs?: Readonly<Record<string, Knob>>;
  readonly reads?: Readonly<Record<string, BufferSpec>>;
  readonly writes?: Readonly<Record<string, BufferSpec>>;
  /** Buffers read and written in place. */
  readonly updates?: Readonly<Record<string, BufferSpec>>;
  /** Typed source slots a reader's formula fills: slot name to argument names. */
  readonly slots?: Readonly<Record<string, readonly string[]>>;
  /** GPU forms by name; the first is the default. */
  readonly variants: Readonly<Record<string, Variant>>;
  /** The definition: plain loops, accumulating in float64. */
  cpu(call: CpuCall): void;
  /** A faster CPU form in plain TypeScript, held to `cpu` by the suite. */
  fast?(call: CpuCall): void;
  /** The form that runs where there is WebAssembly SIMD; else `fast`, else `cpu` itself. */
  readonly wasm?: WasmForm;
  /** How several Workers share a call; without it, or where it says nothing, one runs all of it. */
  division?(dimensions: Dimensions, knobs: Knobs): Division | undefined;
  /** |running − twin| ≤ absolute + relative·|twin|, element by element, and why that much. */
  readonly bound: { readonly absolute: number; readonly relative: number; readonly why: string };
  /**
   * Dimensions the suite draws must satisfy this, and so must a call: returns what is wrong, as a
   * sentence naming the argument, or nothing.
   */
  check?(dimensions: Dimensions, knobs: Knobs): string | undefined;
  /** Largest value the suite draws for a dimension or a knob whose cost, or rounding, explodes. */
  readonly suite?: { readonly largest?: Readonly<Record<string, number>> };
  readonly edges?: readonly Edge[];
}

/** Names a kernel so that its types are checked where it is written. */
export const kernel = (definition: Kernel): Kernel => definition;

/** Work a kernel cannot take: says which argument and why. Nothing was dispatched. */
export class KernelError extends Error {
  override readonly name = 'KernelError';
}

/**
 * Workgroups for `count` items with `perGroup` items each, folded into two dimensions so that no
 * dimension passes 65,535. In WGSL:
 * `let i = (workgroup.y * workgroups.x + workgroup.x) * size + local`, with a guard `i < count`.
 */
export function spread(count: number, perGroup: number): readonly [number, number, number] {
  const groups = Math.max(1, Math.ceil(count / perGroup));
  const rows = Math.ceil(groups / 65_535);
  return [Math.ceil(groups / rows), rows, 1];
}

/** A call of a kernel: sizes, knobs, buffers by name, formulas by slot. */
export interface Call<Buffer> {
  readonly dimensions: Dimensions;
  readonly knobs?: Knobs;
  readonly buffers: Readonly<Record<string, Buffer>>;
  readonly slots?: Readonly<Record<string, Formula>>;
  /** A variant by name instead of the one chosen for this device. */
  readonly variant?: string;
}
