import type { Box, Frame } from '../../../src/author';
import type { Givens } from './model';

/** Where everything stands, in stage units. */
export interface Layout {
  readonly height: number;
  /** What one token leaves. */
  readonly grid: Box;
  /** The cache against the context. */
  readonly growth: Box;
  /** Bars to scale. */
  readonly scale: Box;
}

const SIDE_BY_SIDE = 560;
const GAP = 14;

export function layoutOf({ stage, width, height: room }: Frame<Givens>): Layout {
  if (stage.grows && width < SIDE_BY_SIDE) {
    const height = Math.max(room, 850);
    const third = (height - 2 * GAP) / 3;
    const box = (i: number): Box => ({
      x: 2,
      y: i * (third + GAP),
      width: width - 4,
      height: third,
    });
    return { height, grid: box(0), growth: box(1), scale: box(2) };
  }
  // The bars below have five lines of type, however low the room is.
  const upper = Math.min(room * 0.54, room - 190);
  const left = width * 0.46;
  return {
    height: room,
    grid: { x: 4, y: 0, width: left - 8, height: upper },
    growth: { x: left + GAP, y: 0, width: width - left - GAP - 2, height: upper },
    scale: { x: 4, y: upper + GAP, width: width - 8, height: room - upper - GAP - 2 },
  };
}
