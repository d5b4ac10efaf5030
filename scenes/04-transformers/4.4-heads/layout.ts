import { tiles, type Box } from '../../../src/author';

/** Names stand beside their rows from this width on, else above them. */
const ROOMY = 420;
const NAMES = 112;
/** With room for the unit of what they say. */
export const LONG_NAMES = 158;
const NAME_LINE = 20;
const STRIPE = 16;
/** Queries, keys and values, one below the other. */
const THIN = 12;
const LARGEST_TILE = 96;
const SMALLEST_TILE = 26;
const AFTER_WIDTH = 26;
const BETWEEN = 14;
/** Below the last row, for the second line of its name. */
const FOOT = 26;
/** The least that the costs need. */
const COSTS = 160;
const CHART = 220;
/** Where there is room, all that is not a tile is taller by up to this factor. */
const AIRIEST = 1.5;

export interface Row extends Box {
  /** Where its name stands, on its first line. */
  readonly name: { readonly x: number; readonly y: number };
}

export interface Layout {
  readonly tokens: Row;
  readonly queries: Row;
  readonly keys: Row;
  readonly values: Row;
  /** The weights of each head below its share of the width. */
  readonly weights: Row;
  readonly joined: Row;
  readonly output: Row;
  readonly bars: Box;
  readonly chart: Box;
  readonly height: number;
  /** The share of the width that is a head's. */
  slice(row: Box, head: number): Box;
}

export function layoutOf(
  { heads }: { readonly heads: number },
  { width, height }: { readonly width: number; readonly height: number },
): Layout {
  const roomy = width >= ROOMY;
  const left = !roomy ? 2 : width < 640 ? NAMES : LONG_NAMES;
  const wide = width - left - 12;
  const pitch = wide / heads;
  const line = roomy ? 0 : NAME_LINE;
  const fixed = 4 + 3 * STRIPE + 3 * (THIN + 3) + AFTER_WIDTH + 3 * BETWEEN + 5 * line + FOOT;
  const tile = Math.max(SMALLEST_TILE, Math.min(LARGEST_TILE, pitch - 6, height - fixed - COSTS));
  const air = Math.min(AIRIEST, Math.max(1, (height - tile - 1.6 * COSTS) / fixed));
  let y = 4;
  const row = (tall: number, after: number, named = true): Row => {
    const top = y + (named ? line : 0);
    y = top + tall + after * air;
    return {
      ...{ x: left, y: top, width: wide, height: tall },
      name: { x: 2, y: roomy ? top + 12 : top - 6 },
    };
  };
  const rows = {
    tokens: row(STRIPE * air, AFTER_WIDTH),
    queries: row(THIN * air, 3),
    keys: row(THIN * air, 3, false),
    values: row(THIN * air, BETWEEN, false),
    weights: row(tile, BETWEEN),
    joined: row(STRIPE * air, BETWEEN),
    output: row(STRIPE * air, FOOT),
  };
  const rest = Math.max(roomy ? COSTS : COSTS + CHART, height - y);
  const room = { x: 0, y, width, height: rest };
  const [bars, chart] = roomy
    ? tiles(room, 2, 1, 14)
    : [
        { ...room, height: COSTS - 12 },
        { ...room, y: y + COSTS, height: rest - COSTS },
      ];
  return {
    ...{ ...rows, bars, chart, height: y + rest },
    slice: ({ x, ...box }, head) => ({ ...box, x: x + head * pitch, width: pitch }),
  };
}
