import { gapOf, type Frame, type Grid } from '../../../src/author';

/** Bars, the cells below them, and the line above that names them. */
export interface Group {
  readonly title: number;
  readonly top: number;
  readonly cells: number;
}

const HEAD = 50;
const TITLE = 26;
const CELL = 36;
/** Between the cells of one group and the name of the next. */
const GAP = 6;

/** Where everything stands: a column for each class, and room for names at its left. */
export function layout(count: number, { width, height }: Pick<Frame<unknown>, 'width' | 'height'>) {
  const gutter = width < 480 ? 30 : 56;
  const gap = gapOf(CELL);
  const side = Math.min(180, (width - 2 * gutter - gap * (count - 1)) / count);
  const x = (width - side * count - gap * (count - 1)) / 2;
  const low = Math.min(40, Math.max(24, (0.26 * height) / count - gap));
  const fixed = HEAD + 4 * TITLE + 3 * (CELL + GAP) + count * (low + gap) + 4 * GAP;
  const chart = Math.min(120, Math.max(36, (height - fixed) / 3));
  const total = fixed + 3 * chart;

  let y = HEAD + Math.max(0, (height - total) / 2);
  const head = y - HEAD;
  const group = (): Group => {
    const title = y + 17;
    const top = y + TITLE;
    y = top + chart + GAP + CELL + GAP;
    return { title, top, cells: y - GAP - CELL };
  };
  const logits = group();
  const p = group();
  const jacobian = { title: y + 17 };
  const grid: Grid = {
    ...{ x, y: y + TITLE, rows: count, columns: count, gap },
    cell: { width: side, height: low },
  };
  y += TITLE + count * (low + gap) + GAP;
  const grad = group();
  const row = ({ cells }: Group): Grid => ({
    ...{ x, y: cells, rows: 1, columns: count, gap },
    cell: { width: side, height: CELL },
  });
  const right = x + side * count + gap * (count - 1);
  return { head, logits, p, jacobian, grid, grad, row, left: x, right, height: y };
}

export type Layout = ReturnType<typeof layout>;
