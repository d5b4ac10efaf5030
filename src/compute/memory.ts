import type { Numbers } from './numbers';

const PAGE = 2 ** 16;

/**
 * Up to here modules keep what they put aside during a call: none has more, and none constants. Half a
 * page of the processor: large arrays begin with a page, and a copy between two places as far into their
 * pages as each other takes twice as long, since stores seem to be what is loaded next.
 */
export const FIRST = 2 ** 11;

/** There is no room, and the memory cannot grow without taking away the arrays that live in it. */
export class Crowded extends Error {
  constructor(
    /** Of the memory, with which there would be. */
    readonly bytes: number,
  ) {
    super('the memory of WebAssembly is full');
  }
}

/** The memory in which all modules of a thread compute. Addresses are bytes. */
export class Memory {
  readonly wasm = new WebAssembly.Memory({ initial: 1 });
  /** All of it; another array once it has grown, and every older one is empty then. */
  floats = new Float32Array(this.wasm.buffer);
  /** The first byte that is free: what lies behind it is forgotten when it is set back. */
  next = FIRST;
  /** Arrays that live here. */
  private readonly homes = new Map<Numbers, number>();

  get bytes(): number {
    return this.floats.byteLength;
  }

  /** Whether arrays live here: then it may not be replaced. */
  get isHome(): boolean {
    return this.homes.size > 0;
  }

  /**
   * Room for this many numbers: its address, a multiple of 16. What is in it is anything.
   * @throws {Crowded} when there is none and arrays live here.
   */
  room(length: number): number {
    const address = Math.ceil(this.next / 16) * 16;
    // Whole vectors: what is written a few numbers past the end is nobody's.
    const end = address + Math.ceil(length / 4) * 16;
    if (end > this.bytes) {
      if (this.isHome) throw new Crowded(end);
      this.reserve(end);
    }
    this.next = end;
    return address;
  }

  /** Grows to this many bytes. */
  reserve(bytes: number): void {
    this.wasm.grow(Math.ceil((bytes - this.bytes) / PAGE));
    this.floats = new Float32Array(this.wasm.buffer);
  }

  /** Where an array lives that is a view of this memory. */
  homeOf(array: Numbers): number | undefined {
    return this.homes.get(array);
  }

  /** An array that lives at an address, until the memory grows. */
  arrayAt(address: number, length: number): Float32Array {
    const array = new Float32Array(this.wasm.buffer, address, length);
    this.homes.set(array, address);
    return array;
  }

  /** Where arrays lived is not known any more; what they held is still there. */
  forget(): void {
    this.homes.clear();
  }

  /** All of it is free. */
  clear(): void {
    this.forget();
    this.next = FIRST;
  }
}
