import type { Box } from '../../../src/author';

/** Where everything stands, in pixels, from top to bottom: equation, row of cells, charts, foot. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The five cells of the equation. */
  readonly equation: {
    readonly y: number;
    /** Width of an ordinary cell; the last one is wider. */
    readonly cell: number;
    readonly height: number;
    /** Whether there is room to say what each cell is. */
    readonly captions: boolean;
  };
  readonly row: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly cell: number;
  };
  readonly linear: Box;
  readonly logarithmic: Box;
  /** Baseline of the line that explains what is pointed at. */
  readonly foot: number;
}

const SIDE = 10;
const HEAD = 52;
const ROW = 92;
const FOOT = 30;
const SMALLEST_CHART = 250;

export function layout(width: number, height: number, unit: number): Layout {
  const narrow = width < 640 * unit;
  const captions = !narrow;
  const side = SIDE * unit;
  const equation = {
    y: HEAD * unit,
    cell: Math.min(112 * unit, (width - 2 * side - 3 * sign(unit, narrow)) / WIDTHS),
    height: (narrow ? 52 : 60) * unit,
    captions,
  };
  const below = equation.y + equation.height + (captions ? 34 : 14) * unit;
  const row = { x: side, y: below + 26 * unit, width: width - 2 * side, cell: 34 * unit };
  const top = below + ROW * unit;
  const room = height - top - FOOT * unit;

  const tall = Math.max(SMALLEST_CHART * unit, narrow ? 0 : room);
  const across = narrow ? width : width / 2;
  const linear = { x: 0, y: top, width: across, height: tall };
  const logarithmic = narrow
    ? { x: 0, y: top + tall, width: across, height: tall }
    : { x: across, y: top, width: across, height: tall };
  const end = logarithmic.y + tall;
  return {
    width,
    height: end + FOOT * unit,
    equation,
    row,
    linear,
    logarithmic,
    foot: end + 22 * unit,
  };
}

/** Widths of the cells of the equation, in ordinary cells: norm, slope, factor, steps, left. */
export const widths = [1, 1, 1, 0.8, 1.3] as const;
const WIDTHS = widths.reduce((sum, width) => sum + width, 0);

/** Room for a sign between two cells. */
export const sign = (unit: number, narrow: boolean): number => (narrow ? 22 : 44) * unit;
