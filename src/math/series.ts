/** The sum of products of a series with itself some entries ago. */
function autoproduct(series: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < series.length; i += 1) sum += series[i] * series[i - lag];
  return sum;
}

/** A series with its mean taken off and its norm made 1; zeros where it never changes. */
export function standardised(series: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(series);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const off = values.map((x) => x - mean);
  const norm = Math.sqrt(autoproduct(off, 0));
  // What is left of a constant series is the rounding of its mean.
  return norm > 1e-12 * Math.abs(mean) ? off.map((x) => x / norm) : off.fill(0);
}

/** The correlation of two standardised series, the second turned on by `shift` entries in a circle. */
export function correlation(a: Float64Array, b: Float64Array, shift = 0): number {
  const cut = b.length - shift;
  let sum = 0;
  for (let i = 0; i < cut; i += 1) sum += a[i + shift] * b[i];
  for (let i = 0; i < shift; i += 1) sum += a[i] * b[i + cut];
  return sum;
}

/** Rounds of the power method at most, and how little of a component still changes at the end. */
const ROUNDS = 60;
const SETTLED = 1e-9;

/**
 * What standardised series have most in common, itself standardised: their first principal component,
 * by the power method. It points the way of the first series that changes at all.
 */
export function firstComponent(all: readonly Float64Array[]): Float64Array {
  const first = all.find((series) => series.some((x) => x !== 0)) ?? all[0];
  let component = first;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(first.length);
    for (const series of all) {
      const weight = correlation(series, component);
      for (let i = 0; i < next.length; i += 1) next[i] += weight * series[i];
    }
    const before = component;
    component = standardised(next);
    if (1 - correlation(before, component) < SETTLED) break;
  }
  return component;
}

/**
 * After how many entries the autocorrelation of a series has fallen to one half: for how long it keeps
 * what it has. Between two entries it is interpolated; a series that never changes keeps it for ever.
 */
export function halfLifeOf(series: ArrayLike<number>): number {
  const off = standardised(series);
  if (off.every((x) => x === 0)) return Infinity;
  let before = 1;
  for (let lag = 1; lag < off.length; lag += 1) {
    const left = autoproduct(off, lag);
    if (left <= 0.5) return lag - 1 + (before - 0.5) / (before - left);
    before = left;
  }
  return off.length;
}
