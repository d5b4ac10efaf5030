import type { Box } from './box';
import { isTwoByTwo } from './two-by-two';

/** What a plot has around its area for axes with names. */
const AXES = { width: 70, height: 74, top: 28 };
const LEAST = 120;
const NARROW = 560;
const GAP = 10;
const WIDEST = 300;

/** Where a square map stands in the room of a stage, and what is said of it. */
export interface SquareMap {
  readonly side: number;
  /** For its plot, axes included. */
  readonly box: Box;
  /** Beside it or, where it is narrow, below. */
  readonly notes: Pick<Box, 'x' | 'y' | 'width'>;
  /** They are below it and may use all of the width. */
  readonly across: boolean;
  /** What all takes, where notes take so much. */
  height(notes: number): number;
}

/** As large as the room allows beside notes so wide or, where it may not scroll, above notes so high. */
export function squareMap(
  room: Pick<Box, 'width' | 'height'>,
  notes: { readonly width: number; readonly height: number },
): SquareMap {
  const { width, height } = room;
  const narrow = width < NARROW;
  const whole = narrow && isTwoByTwo(room);
  const wide = width - AXES.width - (narrow ? 0 : notes.width);
  const high = height - AXES.height - (whole ? notes.height + GAP : 0);
  const side = Math.max(LEAST, Math.floor(Math.min(wide, high)));
  const box = { x: 0, y: 0, width: side + AXES.width, height: side + AXES.height };
  const x = narrow ? GAP : box.width + GAP;
  const y = narrow ? box.height + GAP : AXES.top;
  return {
    ...{ side, box, across: whole },
    notes: { x, y, width: Math.min(whole ? Infinity : WIDEST, width - x - GAP) },
    height: (notes) => Math.max(box.height, y + notes),
  };
}
