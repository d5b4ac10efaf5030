/** Bits of a fraction, and what an exponent is stored above. */
const [FRACTION, BIAS] = [10, 15];
const ONE = 1 << FRACTION;
const INFINITE = 0x7c00;

/** Numbers in half the room of float32, each rounded to the nearest float16, ties to even ones. */
export const toFloat16 = (numbers: ArrayLike<number>): Uint16Array<ArrayBuffer> =>
  Uint16Array.from(numbers, half);

/** The numbers that bits of float16 stand for (IEEE 754, binary16). */
export const fromFloat16 = (halves: ArrayLike<number>): Float32Array<ArrayBuffer> =>
  Float32Array.from(halves, (bits) => {
    const exponent = (bits & INFINITE) >> FRACTION;
    const fraction = bits & (ONE - 1);
    const sign = bits & 0x8000 ? -1 : 1;
    if (exponent === 31) return fraction ? NaN : sign * Infinity;
    // Numbers below the smallest exponent have no leading one.
    const units = exponent === 0 ? fraction : ONE + fraction;
    return sign * units * 2 ** (Math.max(exponent, 1) - BIAS - FRACTION);
  });

function half(number: number): number {
  const sign = number < 0 || Object.is(number, -0) ? 0x8000 : 0;
  const size = Math.abs(number);
  if (Number.isNaN(size)) return INFINITE | 1;
  if (size >= 65_520) return sign | INFINITE;
  const exponent = Math.max(1 - BIAS, Math.floor(Math.log2(size)));
  const units = toEven(size / 2 ** (exponent - FRACTION));
  // The leading one, where there is one, adds itself to the exponent, as does what was rounded up.
  return sign | (((exponent + BIAS - 1) << FRACTION) + units);
}

function toEven(number: number): number {
  const below = Math.floor(number);
  const rest = number - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
