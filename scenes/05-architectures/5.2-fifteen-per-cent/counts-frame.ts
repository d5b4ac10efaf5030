import { svg, tiles, type ScaleFrame, type SVGTemplateResult } from '../../../src/author';
import { fatesTable, type FateRow } from './fates-table';
import { strays } from './strays';
import type { Tally } from './tally';

/** What is drawn. */
export interface Shown {
  readonly tallies: readonly Tally[];
  readonly rate: number;
  readonly rows: readonly FateRow[];
}

/** Side by side from here on. */
const NARROWEST = 270;

/** How far the chosen tokens stray, as a share and as a count, above every count and its expectation. */
export function drawCounts(
  { tallies, rate, rows }: Shown,
  { width, height, id }: ScaleFrame,
): SVGTemplateResult {
  const table = Math.min(210, height * 0.44);
  const room = { x: 0, y: 0, width, height: height - table - 12 };
  const [share, count] = tiles(room, 2, NARROWEST, 8);
  return svg`
    ${strays(tallies, rate, { box: share, id: id('share'), label: 'share chosen, percentage points off', of: (tokens) => 100 / tokens })}
    ${strays(tallies, rate, { box: count, id: id('count'), label: 'number chosen, tokens off', of: () => 1 })}
    ${fatesTable(rows, { x: 6, y: height - table, width: width - 12, height: table })}`;
}
