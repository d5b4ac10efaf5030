import { FIRST, type Memory } from './memory';
import type { Numbers } from './numbers';

/** So many numbers are copied by a loop sooner than a view of them is made. */
const FEW = 64;

/** Functions of a module; addresses are bytes into its memory. */
export type Exports = Readonly<Record<string, (...args: number[]) => number>>;

/** A copy of an output that is to be copied out. */
interface Written {
  readonly address: number;
  readonly into: Numbers;
}

/**
 * A WebAssembly module for one call of a kernel at a time: it gives the addresses of the call's buffers,
 * and functions are called with them. An array that lives in the memory of WebAssembly, as those of a
 * plan do while it runs, is worked on where it is; of any other there is a copy for the length of the
 * call. A kernel takes all its room before it updates anything: without enough it begins again.
 */
export class Heap {
  private readonly written: Written[] = [];

  /** A module exports `start`: the first byte that it does not keep for itself. */
  constructor(
    private readonly memory: Memory,
    /** Those of the module; a flag is 0 or 1. */
    readonly functions: Exports,
  ) {
    if (functions.start() > FIRST) throw new Error('a module keeps too much for itself');
  }

  get bytes(): number {
    return this.memory.bytes;
  }

  /** Room for this many floats: its address, a multiple of 16. What is in it is anything. */
  floats(length: number): number {
    return this.memory.room(length);
  }

  /** The address of floats that are only read: `count` from `from` on, all unless said. */
  input(data: Numbers, from = 0, count = data.length - from): number {
    const home = this.memory.homeOf(data);
    return home === undefined ? this.copy(data, from, count) : home + 4 * from;
  }

  /** The address of a copy of floats, which may be written over. */
  copy(data: Numbers, from = 0, count = data.length - from): number {
    const address = this.floats(count);
    this.put(address, data, from, count);
    return address;
  }

  /** The address of floats that are written, every one of them. */
  output(data: Numbers, from = 0, count = data.length - from): number {
    const home = this.memory.homeOf(data);
    if (home !== undefined) return home + 4 * from;
    const address = this.floats(count);
    const into = count === data.length ? data : data.subarray(from, from + count);
    this.written.push({ address, into });
    return address;
  }

  /** The address of an output that begins as a copy of the same range of something else. */
  outputFrom(source: Numbers, data: Numbers, from = 0, count = data.length - from): number {
    const address = this.output(data, from, count);
    this.put(address, source, from, count);
    return address;
  }

  /** The address of floats that are read and written in place. */
  update(data: Numbers): number {
    return this.memory.homeOf(data) ?? this.outputFrom(data, data);
  }

  /** Copies floats to an address: `count` from `from` on. */
  put(address: number, data: Numbers, from: number, count: number): void {
    const { floats } = this.memory;
    const home = this.memory.homeOf(data);
    const to = address / 4;
    if (home !== undefined) return this.move(address, home + 4 * from, count);
    if (count > FEW)
      floats.set(count === data.length ? data : data.subarray(from, from + count), to);
    else for (let i = 0; i < count; i += 1) floats[to + i] = data[from + i];
  }

  /** Copies floats from one address to another. */
  move(to: number, from: number, count: number): void {
    this.memory.floats.copyWithin(to / 4, from / 4, from / 4 + count);
  }

  zero(address: number, count: number): void {
    this.memory.floats.fill(0, address / 4, address / 4 + count);
  }

  /** A piece of a call: outputs are where they belong after it, and all its room is free again. */
  piece(work: () => void): void {
    this.run(work, undefined);
  }

  /** A call, of which the same is so. */
  run<Call>(work: (heap: Heap, call: Call) => void, call: Call): void {
    const { memory, written } = this;
    const [next, before] = [memory.next, written.length];
    try {
      work(this, call);
      for (let i = before; i < written.length; i += 1) this.copyOut(written[i]);
    } finally {
      memory.next = next;
      if (written.length > before) written.length = before;
    }
  }

  private copyOut({ address, into }: Written): void {
    const { floats } = this.memory;
    const from = address / 4;
    if (into.length > FEW) into.set(floats.subarray(from, from + into.length));
    else for (let i = 0; i < into.length; i += 1) into[i] = floats[from + i];
  }
}
