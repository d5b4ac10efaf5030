import type { Box } from '../../../src/author';

/** Where everything stands, in pixels, from top to bottom: equation, row of cells, charts, footer. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Little room between the cells of the equation. */
  readonly narrow: boolean;
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
  readonly footer: number;
}

const SIDE = 10;
const FOOTER = 30;
const LOWEST_CHART = 150;

/** Heights of what stands above the charts, where there is room and where there is not. */
const roomy = { head: 52, cell: 60, captions: 34, gap: 26, row: 34, labels: 32 };
const dense = { head: 48, cell: 48, captions: 6, gap: 16, row: 26, labels: 30 };

export function layoutOf(width: number, height: number, unit: number): Layout {
  const stacked = width < 520 * unit;
  const captions = !stacked && height >= 540 * unit;
  const sizes = captions ? roomy : dense;
  const side = SIDE * unit;
  const narrow = width < 640 * unit;
  const equation = {
    y: sizes.head * unit,
    cell: Math.min(112 * unit, (width - 2 * side - 3 * sign(unit, narrow)) / WIDTHS),
    height: sizes.cell * unit,
    captions,
  };
  const below = (sizes.head + sizes.cell + sizes.captions + sizes.gap) * unit;
  const row = { x: side, y: below, width: width - 2 * side, cell: sizes.row * unit };
  const top = below + (sizes.row + sizes.labels) * unit;

  const left = height - top - FOOTER * unit;
  const tall = stacked ? 300 * unit : Math.max(LOWEST_CHART * unit, left);
  const across = stacked ? width : width / 2;
  const linear = { x: 0, y: top, width: across, height: tall };
  const logarithmic = stacked ? { ...linear, y: top + tall } : { ...linear, x: across };
  const end = logarithmic.y + tall;
  return {
    width,
    height: end + FOOTER * unit,
    narrow,
    equation,
    row,
    linear,
    logarithmic,
    footer: end + 22 * unit,
  };
}

/** Widths of the cells of the equation, in ordinary cells: norm, slope, factor, steps, left. */
export const widths = [1, 1, 1, 0.8, 1.3] as const;
const WIDTHS = widths.reduce((sum, width) => sum + width, 0);

/** Room for a sign between two cells. */
export const sign = (unit: number, narrow: boolean): number => (narrow ? 22 : 44) * unit;
