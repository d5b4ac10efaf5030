import type { Call, Kernel } from './kernel';
import type { ElementType, Numbers, TypedArray } from './numbers';
import type { Plan, PlannedCall } from './plan';
import type { Stretch } from './stretch';
import type { Tensor } from './tensor';
import type { Watch } from './watch';

export type { Tensor } from './tensor';

/** How many numbers are allowed in one tensor, and how much one submit may do. */
export interface Limits {
  readonly tensorLength: number;
}

/**
 * The one door to computation: a GPU device, or Workers that run the kernels' CPU forms. Calls are
 * queued in order and return at once; `read` and `finished` wait for what was queued before them.
 */
export interface Compute {
  readonly device: 'gpu' | 'cpu';
  /** The adapter's name, or “CPU”. */
  readonly name: string;
  /**
   * How much a first picture may cost here: `hardware` is a graphics card, `software` an adapter
   * that runs on the processor, `cpu` the Workers. Scenes choose their default sizes by it.
   */
  readonly adapter: 'hardware' | 'software' | 'cpu';
  readonly limits: Limits;
  /** The GPU device, for painters and three; absent on the CPU. */
  readonly gpu?: GPUDevice;

  /** A tensor of zeros. Throws {@link KernelError} when it is larger than the device allows. */
  zeros(length: number, type?: ElementType): Tensor;
  /** A tensor with these contents. */
  upload(data: TypedArray): Tensor;
  /** Overwrites part of a tensor. */
  write(tensor: Tensor, data: TypedArray, offset?: number): void;
  /** Checks the call and queues it. Throws {@link KernelError} before anything is dispatched. */
  run(kernel: Kernel, call: Call<Tensor>): void;
  /** Checks calls once, to queue rounds of them later. Throws {@link KernelError} as `run` does. */
  plan(calls: readonly PlannedCall[]): Plan;
  /** Copies numbers out: `count` from `offset`, all unless said. */
  read(tensor: Tensor, offset?: number, count?: number): Promise<TypedArray>;
  /** Copies numbers out of several tensors as they are at one time: the device is waited for once. */
  readAll(stretches: readonly Stretch[]): Promise<TypedArray[]>;
  /** Hands what is queued to the device, so that a picture drawn from a tensor next sees it. */
  submit(): void;
  /**
   * Submits what is queued and resolves when it is done. Who watches hears how far this scope's work
   * has come, and may have the rest of it dropped; the scope itself stays.
   */
  finished(watch?: Watch): Promise<void>;
  /** Runs a kernel's twin in a Worker, in float64, on small inputs: what agreement compares with. */
  twin(kernel: Kernel, call: Call<readonly number[] | Numbers>): Promise<Record<string, Numbers>>;
  /**
   * A compute whose tensors are released together, when the part of a page it serves goes or the
   * signal aborts. Its queued work is dropped then: what waits for it, and every later use, throws
   * an `AbortError`.
   */
  scope(signal?: AbortSignal): Compute & { release(): void };
  /** Resolves when the device computes no more; never on the CPU. */
  readonly lost: Promise<Loss>;
}

/** Why a device computes no more. */
export interface Loss {
  /** For the reader. */
  readonly sentence: string;
  /** Whether the same device may be asked for again: one that refused the work would do so again. */
  readonly again: boolean;
}

/** How well a running result agrees with its twin on a checked sample. */
export interface Agreement {
  /** Largest |running − twin|; NaN when one has a NaN the other has not. */
  readonly largest: number;
  /** absolute + relative·max|twin|. */
  readonly limit: number;
  /** Every element is within absolute + relative·|twin|. */
  readonly holds: boolean;
  /** How many elements were compared. */
  readonly compared: number;
  /** What was compared, after its number: “over 64” … “weights in view”. */
  readonly what: string;
}
