/** A number as it is written, digits · 10^power: ticks are decimals, and none is ever rounded. */
export interface Decimal {
  /** A whole number. */
  readonly digits: number;
  readonly power: number;
}

/** The float64 next to it, also where 10^power alone would be 0 or ∞. */
export const valueOf = ({ digits, power }: Decimal): number => Number(`${digits}e${power}`);

const FACTORS = [1, 2, 5, 10];

/** Multiples of 1, 2 or 5 times a power of ten, about `count` of them, from `low` to `high`. */
export function linearTicks(low: number, high: number, count: number): Decimal[] {
  // Divided first: the difference of two numbers may be none.
  const room = high / count - low / count || Number.MIN_VALUE;
  const power = Math.floor(Math.log10(room));
  const factor = FACTORS.find((f) => valueOf({ digits: f, power }) >= room * (1 - 1e-9)) ?? 10;
  const step = valueOf({ digits: factor, power });
  const first = Math.ceil(low / step);
  if (!Number.isSafeInteger(first * factor)) return [];
  return Array.from({ length: count + 2 }, (_, i) => ({
    digits: (first + i) * factor,
    power,
  })).filter((tick) => valueOf(tick) >= low && valueOf(tick) <= high);
}

/** Between how many powers of ten one is skipped. */
const STRIDES = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500];

/** Powers of ten from `low` to `high`, about `count`, and what lies between where they are few. */
export function logTicks(low: number, high: number, count: number): Decimal[] {
  const inside = (tick: Decimal): boolean =>
    valueOf(tick) >= low * (1 - 1e-9) &&
    valueOf(tick) <= Math.min(Number.MAX_VALUE, high * (1 + 1e-9));
  const [least, most] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  const decades = powers.map((power) => ({ digits: 1, power })).filter(inside);
  if (decades.length > 2) {
    const stride = STRIDES.find((every) => decades.length <= every * count) ?? Infinity;
    return decades.filter(({ power }) => power % stride === 0);
  }
  const fine = powers
    .flatMap((power) => [1, 2, 5].map((digits) => ({ digits, power })))
    .filter(inside);
  if (fine.length > count) return decades;
  return fine.length > 2 ? fine : linearTicks(low, high, count);
}
