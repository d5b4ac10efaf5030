/** How a cell is tinted: signed numbers by the diverging ramp, shares of 1 by the sequential one. */
export type Tint = 'sign' | 'share' | 'none';

/** A tint is mixed into the paper by no more, so that ink stays readable and outlines stand out. */
const MOST = { sign: 40, share: 52 };

/** A cell's fill; the tint is full where |value| is `full`, and fades in with what is `visible`. */
export function fillOf(tint: Tint, value: number, full: number, visible = 1): string {
  if (tint === 'none' || !Number.isFinite(value)) return 'var(--cell)';
  const share = MOST[tint] * Math.min(1, Math.abs(value) / full) * visible;
  return `color-mix(in srgb, var(--ramp-${rampOf(tint, value)}) ${share.toFixed(1)}%, var(--cell))`;
}

const rampOf = (tint: Tint, value: number): string =>
  tint === 'share' ? 'share' : value < 0 ? 'negative' : 'positive';

/** The number a tint is full at, unless a picture says otherwise. */
export const fullOf = (tint: Tint, values: readonly number[]): number =>
  tint === 'share' ? 1 : Math.max(1e-300, ...values.filter(Number.isFinite).map(Math.abs));
