import type { Box } from './box';

/** Where the cells of a matrix stand, in stage units. */
export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly columns: number;
  /** The size of a cell; matrices whose numbers are long have cells wider than high. */
  readonly cell: Pick<Box, 'width' | 'height'>;
  readonly gap: number;
}

/** The gap between cells of this size. */
export const gapOf = (side: number): number => Math.max(2, Math.min(5, Math.round(side / 12)));

/** The length of some cells in a line, gaps between them included. */
export const lengthOf = (count: number, side: number, gap: number): number =>
  count * (side + gap) - gap;

/** The box of cell (i, j); fractions lie between cells. */
export const boxAt = ({ x, y, cell, gap }: Grid, i: number, j: number): Box => ({
  x: x + j * (cell.width + gap),
  y: y + i * (cell.height + gap),
  ...cell,
});

/** The box around some of the cells: all of them, a row, a column, a window. */
export function boxAround(
  grid: Grid,
  { i = 0, j = 0, rows = grid.rows, columns = grid.columns } = {},
): Box {
  const { x, y } = boxAt(grid, i, j);
  return {
    x,
    y,
    width: lengthOf(columns, grid.cell.width, grid.gap),
    height: lengthOf(rows, grid.cell.height, grid.gap),
  };
}
