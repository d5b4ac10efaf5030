import type { Box, Frame } from '../../../src/author';
import type { Givens } from './task';

/** Narrower than this, the chart stands below the prompt. */
const SIDE_BY_SIDE = 420;
/** The names of columns, and the weights below the prompt with their caption. */
const HEAD = 24;
const WEIGHTS = 66;
const RESULTS = 4;
const GAP = 5;
/** Heights of a row, and of the chart where the page scrolls. */
const ROW = { least: 24, most: 58 };
const CHART_WHERE_IT_SCROLLS = 300;

export type Column = 'x' | 'y' | 'scores' | 'terms' | 'running';

export interface Layout {
  readonly height: number;
  /** Where the edges of attention begin and end; they bulge to its left. */
  readonly edges: number;
  /** What each row holds; terms and predictions so far only where there is room. */
  readonly columns: readonly Column[];
  cell(column: Column, row: number): Box;
  /** The query's label, which the decoder is to say. */
  readonly answer: Box;
  readonly weights: Box;
  readonly chart: Box;
  /** The head of the classifier, right of the chart. */
  readonly strip: { readonly x: number; readonly width: number };
  /** What each says and how far off it is: a row each, the truth first. */
  readonly results: Box;
  result(row: number, column: 'says' | 'error'): Box;
}

export function layoutOf(examples: number, { width, height: room }: Frame<Givens>): Layout {
  const beside = width >= SIDE_BY_SIDE;
  const across = beside ? Math.max(190, Math.min(0.43 * width, 420)) : width - 8;
  const columns: Column[] = [
    'x',
    'y',
    'scores',
    ...(across >= 300 ? (['terms'] as const) : []),
    ...(across >= 340 ? (['running'] as const) : []),
  ];
  const rows = examples + 1.3;
  const table = beside ? room : HEAD + WEIGHTS + rows * 32;
  const pitch = Math.min(ROW.most, (table - HEAD - WEIGHTS) / rows);
  const edges = Math.min(56, 0.18 * across);
  const size = (across - edges) / columns.length;
  const below = HEAD + pitch * rows;
  const left = beside ? across + 14 : 4;
  const wide = width - 4 - left;
  const line = beside ? Math.min(36, Math.max(ROW.least, room / 16)) : 32;
  const results = HEAD + RESULTS * line;
  const top = beside ? 0 : below + WEIGHTS + 10;
  const chart = beside ? room - results - 14 : CHART_WHERE_IT_SCROLLS;
  const height = Math.max(room, top + chart + results + 14);
  const strip = Math.min(64, Math.max(50, 0.12 * wide));
  const names = Math.max(104, 0.3 * wide);
  const box = { x: left, y: top + chart + 8, width: wide, height: results };
  const each = (wide - names) / 2;
  const cell = (column: Column, row: number): Box => ({
    x: 4 + edges + columns.indexOf(column) * size,
    y: HEAD + pitch * (row < examples ? row : examples + 0.3) + 2,
    width: size - GAP,
    height: pitch - 4,
  });
  const label = cell('y', examples);
  return {
    height,
    edges: 4 + edges,
    columns,
    cell,
    // The score beside it stays free: room for all decimals.
    answer: { ...label, width: label.width + size },
    weights: { x: 4, y: below + 8, width: across, height: WEIGHTS - 12 },
    chart: { x: left, y: top, width: wide - strip + 8, height: chart },
    strip: { x: left + wide - strip, width: strip },
    results: box,
    result: (row, column) => ({
      x: left + names + (column === 'says' ? 0 : each),
      y: box.y + HEAD + row * line,
      width: each - GAP,
      height: line - 4,
    }),
  };
}
