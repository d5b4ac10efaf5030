import type { Box } from '../../../src/author';
import type { Model } from './model';

/** Where the three drawings stand: the parabola, the error on its log axis, the multiplier. */
export interface Layout {
  readonly parabola: Box;
  readonly errors: Box;
  /** Plain gradient descent alone has one. */
  readonly multiplier: Box | undefined;
  readonly height: number;
}

/** A phone's picture may be taller than its room and scroll. */
const NARROW = 520;
const TALL_ON_A_PHONE = 620;
/** Where there is less height than this, the two charts stand side by side. */
const LOW = 480;
const GAUGE = 118;

export function layoutOf(model: Model, width: number, room: number, unit: number): Layout {
  const narrow = width < NARROW * unit;
  const height = narrow ? Math.max(room, TALL_ON_A_PHONE * unit) : room;
  const gauge = model.optimizer === 'sgd' ? GAUGE * unit : 0;
  const charts = height - gauge;
  const multiplier = gauge > 0 ? { x: 0, y: charts, width, height: gauge } : undefined;
  if (!narrow && height < LOW * unit) {
    const left = Math.round(width * 0.54);
    return {
      parabola: { x: 0, y: 0, width: left, height: charts },
      errors: { x: left, y: 0, width: width - left, height: charts },
      multiplier,
      height,
    };
  }
  const top = Math.round(charts * 0.58);
  return {
    parabola: { x: 0, y: 0, width, height: top },
    errors: { x: 0, y: top, width, height: charts - top },
    multiplier,
    height,
  };
}

/** 1, 2 or 5 times a power of ten, the first that is not below x. */
export function roundUp(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const factor = [1, 2, 5, 10].find((f) => f * power >= x * (1 - 1e-12)) ?? 10;
  return factor * power;
}

/** A run that leaves the neighbourhood is followed this many times as far as it began. */
const FOLLOWED = 6;

/**
 * The stretch of w that is drawn: symmetric about c to a round number, so that it holds still while
 * something is dragged, and wide enough for the run as long as it stays near.
 */
export function stretch({ c, w0, iterates }: Model): [number, number] {
  const begun = Math.abs(w0 - c);
  const far = Math.max(...iterates.map((w) => Math.abs(w - c)));
  const reach = Math.min(far, FOLLOWED * begun || far) * 1.12 || 1;
  const grid = roundUp(reach) / 5;
  return [Math.floor((c - reach) / grid) * grid, Math.ceil((c + reach) / grid) * grid];
}

/**
 * The stretch of |w − c| that the run passes through, between round numbers; nothing where the error
 * is 0 all along.
 */
export function decades({ c, iterates }: Model): [number, number] | undefined {
  const errors = iterates.map((w) => Math.abs(w - c)).filter((error) => error > 0);
  if (errors.length === 0) return undefined;
  const high = roundUp(Math.max(...errors));
  const low = 1 / roundUp(1 / Math.min(...errors));
  return high / low >= 4 ? [low, high] : [low / 2, high * 2];
}
