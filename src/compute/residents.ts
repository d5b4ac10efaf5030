import type { Run } from './forms';
import type { CpuCall, Kernel } from './kernel';
import { Crowded, type Memory } from './memory';
import type { Numbers } from './numbers';
import { buffersOf } from './shape';
import { wasmMemory } from './wasm';

/**
 * Numbers that move in at most, 16 MiB of them. A larger model would need its memory twice, and its
 * kernels take so much longer than the copies they make that these do not count.
 */
const MOST = 2 ** 22;

/** A call whose buffers can be put where they are worked on. */
export interface Movable {
  readonly kernel: Kernel;
  /** Whether WebAssembly runs it. */
  readonly compiled: boolean;
  readonly run: Run;
  readonly call: CpuCall & { readonly buffers: Record<string, Numbers> };
}

/** An array of a plan, and all buffers of calls that it is. */
interface Resident {
  readonly array: Numbers;
  readonly uses: { readonly buffers: Record<string, Numbers>; readonly name: string }[];
  compiled: boolean;
  written: boolean;
  address: number;
}

/**
 * The arrays of a plan that WebAssembly works on. While it runs they live in the memory of WebAssembly,
 * so that no call copies them.
 */
export class Residents {
  private readonly all: readonly Resident[];
  private memory: Memory | undefined;

  constructor(calls: readonly Movable[]) {
    const found = new Map<Numbers, Resident>();
    for (const { kernel, compiled, call } of calls) {
      for (const { name, access, type } of buffersOf(kernel)) {
        if (type !== 'f32') continue;
        const array = call.buffers[name];
        const fresh = { array, uses: [], compiled: false, written: false, address: 0 };
        const resident: Resident = found.get(array) ?? fresh;
        resident.uses.push({ buffers: call.buffers, name });
        resident.compiled ||= compiled;
        resident.written ||= access !== 'read';
        found.set(array, resident);
      }
    }
    const wanted = [...found.values()].filter(({ compiled }) => compiled);
    const numbers = wanted.reduce((sum, { array }) => sum + array.length, 0);
    this.all = numbers <= MOST ? wanted : [];
  }

  /** From now on calls work on what lives in the memory of WebAssembly. */
  moveIn(): void {
    if (this.all.length === 0) return;
    this.memory = wasmMemory();
    for (const resident of this.all) resident.address = this.memory.room(resident.array.length);
    this.settle(this.memory);
    for (const { array, address } of this.all) this.memory.floats.set(array, address / 4);
  }

  /** Runs a call. One for which there is no room begins again once there is. */
  run(movable: Movable): void {
    try {
      movable.run(movable.call);
    } catch (error) {
      if (!(error instanceof Crowded)) throw error;
      this.memory!.reserve(error.bytes);
      this.settle(this.memory!);
      this.run(movable);
    }
  }

  /** What was written is where it was at first, and so are the calls' buffers. */
  moveOut(): void {
    const { memory } = this;
    if (!memory) return;
    for (const { array, uses, written, address } of this.all) {
      if (written) array.set(memory.floats.subarray(address / 4, address / 4 + array.length));
      for (const { buffers, name } of uses) buffers[name] = array;
    }
    memory.clear();
    this.memory = undefined;
  }

  private settle(memory: Memory): void {
    memory.forget();
    for (const { array, uses, address } of this.all) {
      const home = memory.arrayAt(address, array.length);
      for (const { buffers, name } of uses) buffers[name] = home;
    }
  }
}
