import { gapOf, type Frame, type Grid } from '../../../src/author';

/** The line that names a group, and where its columns begin. */
export interface Named {
  readonly title: number;
  readonly x: number;
}

/** Bars, and the cells below them. */
export interface Group extends Named {
  readonly top: number;
  readonly cells: number;
}

const HEAD = 50;
const TITLE = 26;
const CELL = 36;
/** Between the cells of one group and the name of the next. */
const GAP = 6;
/** A room lower than this has two groups beside the other two, if it is wide enough. */
const LOW = 560;
const WIDE = 420;

/** Where everything stands: a column for each class, and room at its left for names of rows. */
export function layout(count: number, { width, height }: Pick<Frame<unknown>, 'width' | 'height'>) {
  const beside = height < LOW && width >= WIDE;
  const gutter = beside || width < 480 ? 30 : 56;
  const gap = gapOf(CELL);
  const room = beside ? width / 2 - gutter - 12 : width - 2 * gutter;
  const side = Math.min(180, (room - gap * (count - 1)) / count);
  const wide = side * count + gap * (count - 1);
  const low = Math.min(40, Math.max(24, (0.26 * height) / count - gap));
  const table = TITLE + count * (low + gap) + GAP;
  const group = TITLE + CELL + 2 * GAP;
  // As high as the bars may be: every group of a column has some, but for the table.
  const left = beside ? HEAD + 2 * group : HEAD + 3 * group + table;
  const right = table + group;
  const chart = Math.min(
    120,
    Math.max(36, (height - left) / (beside ? 2 : 3)),
    beside ? height - right : Infinity,
  );
  const total = beside ? Math.max(left + 2 * chart, right + chart) : left + 3 * chart;
  const start = Math.max(0, (height - total) / 2);

  let y = start + HEAD;
  const first = beside ? (width / 2 - wide) / 2 + gutter / 2 : (width - wide) / 2;
  const stack = (x: number): Group => {
    const top = y + TITLE;
    y = top + chart + GAP + CELL + GAP;
    return { x, title: top - TITLE + 17, top, cells: y - GAP - CELL };
  };
  const logits = stack(first);
  const p = stack(first);
  const x = beside ? width / 2 + first : first;
  if (beside) y = start + Math.max(0, total - right - chart);
  const jacobian: Named = { x, title: y + 17 };
  const grid: Grid = {
    ...{ x, y: y + TITLE, rows: count, columns: count, gap },
    cell: { width: side, height: low },
  };
  y += table;
  const grad = stack(x);
  const row = ({ x: at, cells }: Group): Grid => ({
    ...{ x: at, y: cells, rows: 1, columns: count, gap },
    cell: { width: side, height: CELL },
  });
  return { head: start, logits, p, jacobian, grid, grad, row, wide, height: start + total };
}

export type Layout = ReturnType<typeof layout>;
