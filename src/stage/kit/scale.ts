import { linearTicks, logTicks, type Decimal } from './ticks';

/** From numbers to positions, for any finite numbers: what is far off the axis stays drawable. */
export interface AxisScale {
  /** A position; NaN, which breaks a line, for what is no number or has no logarithm. */
  (x: number): number;
  /** Ascending, and wider than a point whatever was asked for. */
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly log: boolean;
  invert(position: number): number;
  ticks(count: number): Decimal[];
}

/** How far off the axis a position may be, in lengths of the axis. */
const FAR = 1000;

/** Numbers closer than this share of their size are one number on an axis. */
const RESOLUTION = 1e-12;
/** A span with a few hundred of the smallest numbers in it. */
const SMALLEST_SPAN = 1e-320;

const finite = (x: number): number =>
  Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, x || 0));

/** A domain that can be drawn: air around a single number. */
function spread(a: number, b: number): [number, number] {
  const [low, high] = [finite(a), finite(b)].sort((p, q) => p - q);
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low >= Math.max(size * RESOLUTION, SMALLEST_SPAN)) return [low, high];
  const air = size === 0 ? 1 : Math.max(size * 0.1, SMALLEST_SPAN);
  return [finite(low - air), finite(high + air)];
}

/** The same for a logarithmic axis, which has room for positive numbers alone. */
function spreadLog(a: number, b: number): [number, number] {
  const positive = (x: number): number => Math.max(Number.MIN_VALUE, finite(x));
  const [low, high] = [positive(a), positive(b)].sort((p, q) => p - q);
  return high / low >= 1.001 ? [low, high] : [positive(low / 2), positive(high * 2)];
}

type Ends = readonly [number, number];

function build(
  [a, b]: Ends,
  range: Ends,
  domain: Ends,
  shape: Pick<AxisScale, 'log' | 'ticks'> & { share(x: number): number; at(share: number): number },
): AxisScale {
  // A domain given from high to low turns the axis round.
  const [from, to] = a > b ? [range[1], range[0]] : range;
  const { log, ticks, share, at } = shape;
  const position = (x: number): number =>
    from + (to - from) * Math.min(1 + FAR, Math.max(-FAR, share(x)));
  const invert = (p: number): number => at((p - from) / (to - from));
  return Object.assign(position, { domain, range: [from, to] as const, log, invert, ticks });
}

/** A linear axis. Halves keep the difference of the largest numbers finite. */
export function linearScale(ends: Ends, range: Ends): AxisScale {
  const domain = spread(...ends);
  const [low, high] = domain;
  return build(ends, range, domain, {
    log: false,
    ticks: (count) => linearTicks(low, high, count),
    share: (x) => (x / 2 - low / 2) / (high / 2 - low / 2),
    at: (share) => finite(low * (1 - share) + high * share),
  });
}

/** A logarithmic axis; 0, which has no place on it, stands at its very end. */
export function logScale(ends: Ends, range: Ends): AxisScale {
  const domain = spreadLog(...ends);
  const [low, high] = domain;
  const [first, last] = [Math.log(low), Math.log(high)];
  return build(ends, range, domain, {
    log: true,
    ticks: (count) => logTicks(low, high, count),
    share: (x) => (x === 0 ? 0 : (Math.log(x) - first) / (last - first)),
    at: (share) => finite(Math.exp(first + share * (last - first))),
  });
}

/** The ends of a linear axis around these numbers, with a share of air; what is not finite is passed over. */
export function around(numbers: readonly number[], share = 0.08): [number, number] {
  const [low, high] = spread(...extent(numbers, Number.isFinite));
  const air = share * (high / 2 - low / 2) * 2;
  return [finite(low - air), finite(high + air)];
}

/** The ends of a logarithmic axis around the positive ones of these numbers, at powers of ten. */
export function decades(numbers: readonly number[]): [number, number] {
  const [low, high] = spreadLog(...extent(numbers, (x) => Number.isFinite(x) && x > 0));
  const power = (k: number): number => finite(Number(`1e${k}`)) || Number.MIN_VALUE;
  return [power(Math.floor(Math.log10(low))), power(Math.ceil(Math.log10(high)))];
}

function extent(numbers: readonly number[], counts: (x: number) => boolean): [number, number] {
  let ends: [number, number] | undefined;
  for (const x of numbers) {
    if (counts(x)) ends = ends ? [Math.min(ends[0], x), Math.max(ends[1], x)] : [x, x];
  }
  return ends ?? [1, 1];
}
