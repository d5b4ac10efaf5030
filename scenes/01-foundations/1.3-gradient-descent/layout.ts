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
const LEAST_HEIGHT = 600;
const GAUGE = 104;

export function layout(model: Model, width: number, room: number, unit: number): Layout {
  const height = Math.max(room, Math.min(LEAST_HEIGHT, 1.7 * width) * unit);
  const gauge = model.optimizer === 'sgd' ? GAUGE * unit : 0;
  const top = Math.round((height - gauge) * 0.58);
  const box = (y: number, tall: number): Box => ({ x: 0, y, width, height: tall });
  return {
    parabola: box(0, top),
    errors: box(top, height - gauge - top),
    multiplier: gauge > 0 ? box(height - gauge, gauge) : undefined,
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

/** The decades of |w − c| that the run passes through; nothing where the error is 0 all along. */
export function decades({ c, iterates }: Model): [number, number] | undefined {
  const errors = iterates.map((w) => Math.abs(w - c)).filter((error) => error > 0);
  if (errors.length === 0) return undefined;
  const low = Math.floor(Math.log10(Math.min(...errors)) + 1e-9);
  const high = Math.ceil(Math.log10(Math.max(...errors)) - 1e-9);
  return [10 ** low, 10 ** Math.max(high, low + 1)];
}
