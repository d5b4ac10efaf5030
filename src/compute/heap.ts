import type { Numbers } from './numbers';

const PAGE = 2 ** 16;

/** Functions of a module; addresses are bytes into its memory. */
type Exports = Readonly<Record<string, (...args: number[]) => number>>;

/**
 * The memory of a WebAssembly module, for one call of a kernel at a time: arrays are copied in,
 * functions called with their addresses, results copied out. A module exports `memory`, and `start`:
 * its first free byte.
 */
export class Heap {
  private readonly memory: WebAssembly.Memory;
  private readonly functions: Exports;
  private readonly start: number;
  private next: number;

  constructor(instance: WebAssembly.Instance) {
    this.memory = instance.exports.memory as WebAssembly.Memory;
    this.functions = instance.exports as unknown as Exports;
    this.start = this.functions.start();
    this.next = this.start;
  }

  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  /** Calls a function of the module; a flag is 0 or 1. */
  call(name: string, ...args: number[]): number {
    return this.functions[name](...args);
  }

  /** Room for this many floats: its address, a multiple of 16. What is in it is anything. */
  floats(length: number): number {
    const address = Math.ceil(this.next / 16) * 16;
    this.next = address + length * 4;
    const missing = this.next - this.bytes;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    return address;
  }

  /** The address of a copy of these floats. */
  copyIn(data: Numbers): number {
    const address = this.floats(data.length);
    this.view(address, data.length).set(data);
    return address;
  }

  copyOut(address: number, into: Numbers): void {
    into.set(this.view(address, into.length));
  }

  /** Floats in the module's memory; gone when more room is asked for. */
  view(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  /** Forgets what was copied in and asked for. */
  clear(): void {
    this.next = this.start;
  }
}
