/**
 * Threefry-2x32 with 20 rounds: a counter-based generator. The n-th draw of a stream is a pure
 * function of (seed, stream, n), so draws can be made in any order and on any device.
 * Source: Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3" (SC 2011).
 * shaders/random/lib/threefry.wgsl is the same function in WGSL, equal bit for bit.
 */
const PARITY = 0x1bd11bda;

const rotateLeft = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** Two words of a counter and two of a key, to two random words, all unsigned 32-bit integers. */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
): [number, number] {
  let key = key0 | 0;
  let next = key1 | 0;
  let last = PARITY ^ key0 ^ key1;
  let x0 = (counter0 + key) | 0;
  let x1 = (counter1 + next) | 0;
  for (let four = 1; four <= 5; four += 1) {
    const odd = four % 2 === 1;
    x0 = (x0 + x1) | 0;
    x1 = rotateLeft(x1, odd ? 13 : 17) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = rotateLeft(x1, odd ? 15 : 29) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = rotateLeft(x1, odd ? 26 : 16) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = rotateLeft(x1, odd ? 6 : 24) ^ x0;
    // The keys take turns; to exchange them as an array would take twice as long as all the rest.
    const first = key;
    key = next;
    next = last;
    last = first;
    x0 = (x0 + key) | 0;
    x1 = (x1 + next + four) | 0;
  }
  return [x0 >>> 0, x1 >>> 0];
}

/** A seeded stream of draws. Two streams with one seed are independent of each other. */
export class Random {
  private drawn = 0;

  constructor(
    private readonly seed: number,
    private readonly stream = 0,
  ) {}

  /** An unsigned 32-bit integer. */
  bits(): number {
    return threefry2x32(this.seed, this.stream, this.drawn++, 0)[0];
  }

  /** A number in [0, 1), on the grid of float32 (24 bits), as the kernels draw it. */
  uniform(): number {
    return (this.bits() >>> 8) / 2 ** 24;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  /** A number from `low` to `high` on the grid of `step`: numbers that read well. */
  grid(low: number, high: number, step: number): number {
    const value = low + step * this.integer(0, Math.round((high - low) / step));
    return Number(value.toPrecision(12));
  }

  /** One of the items. */
  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)];
  }

  /** The items in a random order (Fisher and Yates, 1938). */
  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = this.integer(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
    }
    return shuffled;
  }

  /** A draw from the standard normal distribution (Box and Muller, 1958). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }
}
