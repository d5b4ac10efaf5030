import { GAP } from '../../../src/author';
import type { Model } from './model';

/** The six matrices of the chain, in reading order. */
export const blocks = ['Q', 'K', 'scores', 'weights', 'V', 'out'] as const;
export type Block = (typeof blocks)[number];

export interface Layout {
  readonly cell: number;
  /** Top left corner of each matrix's cells. */
  readonly at: Readonly<Record<Block, { readonly x: number; readonly y: number }>>;
  /** Both chains side by side in two rows, or every matrix on a row of its own. */
  readonly stacked: boolean;
  readonly width: number;
  readonly height: number;
}

/** Room above a matrix for its name and what it is, and between the matrices for a sign. */
const HEAD = 66;
const SIGN = 64;
const BAND = 62;
const FOOT = 78;
const SMALLEST = 36;

/** Rows and columns of each matrix as drawn; K is drawn turned. */
export function shapes({ Q, K, V }: Model): Record<Block, readonly [number, number]> {
  const [n, m, d, v] = [Q.length, K.length, K[0].length, V[0].length];
  return { Q: [n, d], K: [d, m], scores: [n, m], weights: [n, m], V: [m, v], out: [n, v] };
}

/** The largest cells that fit: in two rows of three, or, where they would be too small, stacked. */
export function layout(model: Model, width: number, height: number, unit: number): Layout {
  const shape = shapes(model);
  const columns = [0, 1, 2].map((c) => Math.max(shape[blocks[c]][1], shape[blocks[c + 3]][1]));
  const rows = [0, 3].map((r) => Math.max(...blocks.slice(r, r + 3).map((b) => shape[b][0])));
  const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

  const across = (width - 2 * SIGN * unit - 24) / total(columns) - GAP;
  const down = (height - (2 * HEAD + BAND + FOOT) * unit) / total(rows) - GAP;
  const cell = Math.floor(Math.min(across, down, 96 * unit));
  if (cell < SMALLEST * Math.min(unit, 1)) return stack(shape, width, unit);

  const wide = columns.map((count) => count * (cell + GAP) - GAP);
  const left = (width - total(wide) - 2 * SIGN * unit) / 2;
  const lefts = [left, left + wide[0] + SIGN * unit, left + wide[0] + wide[1] + 2 * SIGN * unit];
  const tall = rows.map((count) => count * (cell + GAP) - GAP);
  const used = total(tall) + (2 * HEAD + BAND + FOOT) * unit;
  const top = Math.max(0, (height - used) / 2) + HEAD * unit;
  const tops = [top, top + tall[0] + (BAND + HEAD) * unit];

  const at = Object.fromEntries(
    blocks.map((block, index) => {
      const [column, row] = [index % 3, Math.floor(index / 3)];
      const spare = wide[column] - (shape[block][1] * (cell + GAP) - GAP);
      return [block, { x: lefts[column] + spare / 2, y: tops[row] }];
    }),
  ) as Layout['at'];
  return { cell, at, stacked: false, width, height };
}

function stack(
  shape: Record<Block, readonly [number, number]>,
  width: number,
  unit: number,
): Layout {
  const widest = Math.max(...blocks.map((block) => shape[block][1]));
  const cell = Math.max(SMALLEST, Math.min(72 * unit, (width - 24) / widest - GAP));
  let y = 0;
  const at = Object.fromEntries(
    blocks.map((block) => {
      const [rows, columns] = shape[block];
      y += HEAD * unit;
      const place = { x: Math.max(12, (width - columns * (cell + GAP) + GAP) / 2), y };
      y += rows * (cell + GAP) + 12 * unit;
      return [block, place];
    }),
  ) as Layout['at'];
  return { cell, at, stacked: true, width, height: y + FOOT * unit };
}
