import type { Box } from './box';

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
  /** What all takes, where notes take so much. */
  height(notes: number): number;
}

/** As large as the room allows beside notes of this width. */
export function squareMap(
  { width, height }: Pick<Box, 'width' | 'height'>,
  notes: number,
): SquareMap {
  const narrow = width < NARROW;
  const wide = width - AXES.width - (narrow ? 0 : notes);
  const side = Math.max(LEAST, Math.floor(Math.min(wide, height - AXES.height)));
  const box = { x: 0, y: 0, width: side + AXES.width, height: side + AXES.height };
  const x = narrow ? GAP : box.width + GAP;
  const y = narrow ? box.height + GAP : AXES.top;
  return {
    ...{ side, box },
    notes: { x, y, width: Math.min(WIDEST, width - x - GAP) },
    height: (notes) => Math.max(box.height, y + notes),
  };
}
