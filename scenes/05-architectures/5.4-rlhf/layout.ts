import type { Box, Frame } from '../../../src/author';
import type { Givens, Model } from './model';

/** Where everything stands, in stage units. */
export interface Layout {
  readonly height: number;
  readonly bars: Box;
  /** Room for names left of the columns. */
  readonly head: number;
  readonly price: Box;
  readonly frontier: Box;
  cell(row: 'reward' | 'reference' | 'weights' | 'policy', i: number): Box;
  result(i: number): Box;
}

/** Where the page scrolls, the charts stand beside the table from this width on, else below it. */
const SIDE_BY_SIDE = 600;
const HEAD = 44;
/** What a plot keeps free on its right. */
const RIGHT = 22;
const GAP = 5;
/** Rows of the table; the line of results stands below everything. */
const ROWS = ['reward', 'reference', 'weights', 'policy'];

export function layoutOf({ reward }: Model, { stage, width, height: room }: Frame<Givens>): Layout {
  const wide = !stage.grows || width >= SIDE_BY_SIDE;
  const height = wide ? room : Math.max(room, 840);
  const line = Math.min(46, Math.max(34, height * 0.085));
  const results = height - line - 4;
  const above = results - 12;
  const left = wide ? Math.round(width * (width < SIDE_BY_SIDE ? 0.54 : 0.5)) : width;
  const upper = wide ? above : above * 0.5;
  const tableTop = upper - ROWS.length * (line + GAP);
  const pitch = (left - HEAD - RIGHT) / reward.length;
  const [x, top, across] = wide ? [left + 8, 4, width - left - 12] : [0, upper + 12, width - 4];
  const half = (above - top) / 2;
  const third = width / 3;
  const name = Math.min(100, 0.42 * third);
  return {
    height,
    bars: { x: 0, y: 4, width: left, height: tableTop - 12 },
    head: HEAD,
    price: { x, y: top, width: across, height: half - 6 },
    frontier: { x, y: top + half + 2, width: across, height: half - 2 },
    cell: (row, i) => ({
      x: HEAD + i * pitch + GAP / 2,
      y: tableTop + ROWS.indexOf(row) * (line + GAP),
      width: pitch - GAP,
      height: line,
    }),
    result: (i) => ({
      x: i * third + name,
      y: results,
      width: Math.min(130, third - name - GAP),
      height: line,
    }),
  };
}
