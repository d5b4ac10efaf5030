import type { Numbers } from './numbers';

const PAGE = 2 ** 16;

/** So many numbers are copied by a loop sooner than a view of them is made. */
const FEW = 64;

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
  /** All of the memory as floats, until it grows. */
  private all = new Float32Array(0);

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
    const [all, from] = [this.whole(), address / 4];
    if (data.length > FEW) all.set(data, from);
    else for (let i = 0; i < data.length; i += 1) all[from + i] = data[i];
    return address;
  }

  copyOut(address: number, into: Numbers): void {
    const [all, from] = [this.whole(), address / 4];
    if (into.length > FEW) into.set(all.subarray(from, from + into.length));
    else for (let i = 0; i < into.length; i += 1) into[i] = all[from + i];
  }

  /** Floats in the module's memory; gone when more room is asked for. */
  view(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  private whole(): Float32Array {
    if (this.all.buffer !== this.memory.buffer) this.all = new Float32Array(this.memory.buffer);
    return this.all;
  }

  /** Forgets what was copied in and asked for. */
  clear(): void {
    this.next = this.start;
  }
}
