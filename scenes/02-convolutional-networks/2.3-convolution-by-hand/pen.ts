import { DIGIT_INK, DIGIT_SIDE, type Matrix } from '../../../src/author';

/** A point of the pad, both coordinates from 0 to 1. */
export type Dot = readonly [x: number, y: number];
export type Stroke = readonly Dot[];

/** Dots on a side of the bitmap that is counted, and of each of its blocks. */
const BITMAP = 32;
const BLOCK = BITMAP / DIGIT_SIDE;
/** How thick a line of the data set is, and how wide a digit, both in dots. */
const PEN = 4.5;
const WIDEST = 24;
/** A line that lies flat is not stretched into a block: by so much more than it is widened. */
const STRETCH = 2;

/**
 * A drawing as the data set holds one: moved and scaled until it fills the bitmap from top to bottom in
 * its middle, drawn with a pen of the usual width, and counted, 0 to 16, in blocks of 4 × 4 dots.
 */
export function pixelsOf(strokes: readonly Stroke[]): Matrix {
  const lines = fitted(strokes).flatMap((stroke) =>
    stroke.map((to, i) => [stroke[Math.max(0, i - 1)], to] as const),
  );
  const isInked = (at: Dot): boolean =>
    lines.some(([from, to]) => distanceTo(at, from, to) <= PEN / 2);
  const bitmap = square(BITMAP, (row, column) => +isInked([column + 0.5, row + 0.5]));
  const dots = square(BLOCK, (row, column) => [row, column] as const).flat();
  return square(DIGIT_SIDE, (row, column) =>
    dots.reduce((ink, [i, j]) => ink + bitmap[BLOCK * row + i][BLOCK * column + j], 0),
  );
}

/** Strokes in dots of the bitmap, as large as digits of the data set are. */
function fitted(strokes: readonly Stroke[]): Dot[][] {
  const [across, down] = [0, 1].map((axis) => extent(strokes.flat().map((dot) => dot[axis])));
  const room = BITMAP - PEN;
  const tall = room / Math.max(down.length, 1e-3);
  const wide = Math.min(tall, (WIDEST - PEN) / Math.max(across.length, 1e-3));
  const scales = [wide, Math.min(tall, STRETCH * wide)];
  return strokes.map((stroke) =>
    stroke.map(([x, y]) => [
      BITMAP / 2 + scales[0] * (x - across.middle),
      BITMAP / 2 + scales[1] * (y - down.middle),
    ]),
  );
}

function extent(numbers: readonly number[]): { middle: number; length: number } {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return { middle: (least + most) / 2, length: most - least };
}

/** How far a dot is from a line that ends at two others. */
function distanceTo([x, y]: Dot, [x0, y0]: Dot, [x1, y1]: Dot): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy);
}

const square = <T>(side: number, entry: (row: number, column: number) => T): T[][] =>
  Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => entry(row, column)),
  );

/** A sheet without ink. */
export const blank: Matrix = square(DIGIT_SIDE, () => 0);

/** The same with one pixel blank, or inked all over where it was. */
export const toggled = (pixels: Matrix, row: number, column: number): Matrix =>
  pixels.map((line, i) =>
    line.map((ink, j) => (i === row && j === column ? (ink > 0 ? 0 : DIGIT_INK) : ink)),
  );
