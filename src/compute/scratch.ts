import { arrays } from './executor';
import type { ElementType, TypedArray } from './numbers';

/** What is larger than this is given back. */
const MOST_BYTES_KEPT = 2 ** 26;

/** Memory for copies that is used again and again: touching fresh memory costs more than copying. */
export class Scratch {
  private memory = new ArrayBuffer(0);
  private taken = 0;

  /** Room for this many numbers; what is in it is anything. */
  take(type: ElementType, length: number): TypedArray {
    const from = this.taken;
    this.taken += 4 * length;
    const fits = this.taken <= this.memory.byteLength;
    return fits ? new arrays[type](this.memory, from, length) : new arrays[type](length);
  }

  /** Takes back what was taken; there will be room for as much. */
  clear(): void {
    const [wanted, has] = [this.taken, this.memory.byteLength];
    if (wanted > has && wanted <= MOST_BYTES_KEPT) this.memory = new ArrayBuffer(wanted);
    this.taken = 0;
  }
}
