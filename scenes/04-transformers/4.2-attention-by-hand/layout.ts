import { GAP } from '../../../src/author';
import type { Model } from './model';

/** The six matrices of the chain, in reading order. */
export const blocks = ['Q', 'K', 'scores', 'weights', 'V', 'out'] as const;
export type Block = (typeof blocks)[number];

/** Room around the matrices, in pixels at unit 1. */
interface Margins {
  /** Above a matrix, for its name and what it is. */
  readonly head: number;
  /** Between two matrices, for a sign. */
  readonly sign: number;
  /** Between the two chains, for the arrow. */
  readonly band: number;
  /** Below, for the legend and the explanation. */
  readonly footer: number;
}

const ROOMY: Margins = { head: 60, sign: 60, band: 56, footer: 64 };
const TIGHT: Margins = { head: 48, sign: 24, band: 38, footer: 50 };

export interface Layout {
  readonly cell: number;
  /** Top left corner of each matrix's cells. */
  readonly at: Readonly<Record<Block, { readonly x: number; readonly y: number }>>;
  /** Both chains side by side in two rows, or every matrix on a row of its own. */
  readonly stacked: boolean;
  readonly margins: Margins;
  readonly width: number;
  readonly height: number;
}

/** A cell is at least this wide, so that it can be read and pressed. */
const SMALLEST = 36;

type Shapes = Record<Block, readonly [number, number]>;

/** Rows and columns of each matrix as drawn; K is drawn turned. */
export function shapes({ Q, K, V }: Model): Shapes {
  const [n, m, d, v] = [Q.length, K.length, K[0].length, V[0].length];
  return { Q: [n, d], K: [d, m], scores: [n, m], weights: [n, m], V: [m, v], out: [n, v] };
}

/** The largest cells that fit: two chains with room, two chains packed, or one below the other. */
export function layoutOf(model: Model, width: number, height: number, unit: number): Layout {
  const shape = shapes(model);
  const roomy = chains(shape, width, height, unit, ROOMY);
  if (roomy.cell >= 1.6 * SMALLEST * unit) return roomy;
  const tight = chains(shape, width, height, unit, TIGHT);
  return tight.cell >= SMALLEST ? tight : stack(shape, width, unit);
}

const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

function chains(
  shape: Shapes,
  width: number,
  height: number,
  unit: number,
  margins: Margins,
): Layout {
  const columns = [0, 1, 2].map((c) => Math.max(shape[blocks[c]][1], shape[blocks[c + 3]][1]));
  const rows = [0, 3].map((r) => Math.max(...blocks.slice(r, r + 3).map((b) => shape[b][0])));
  const { head, sign, band, footer } = margins;
  const between = sign * unit;
  const around = (2 * head + band + footer) * unit;

  const across = (width - 2 * between - 8) / total(columns) - GAP;
  const down = (height - around) / total(rows) - GAP;
  const cell = Math.floor(Math.min(across, down, 104 * unit));

  const wide = columns.map((count) => count * (cell + GAP) - GAP);
  const left = (width - total(wide) - 2 * between) / 2;
  const lefts = [left, left + wide[0] + between, left + wide[0] + wide[1] + 2 * between];
  const tall = rows.map((count) => count * (cell + GAP) - GAP);
  const top = Math.max(0, (height - total(tall) - around) / 2) + head * unit;
  const tops = [top, top + tall[0] + (band + head) * unit];

  const at = Object.fromEntries(
    blocks.map((block, index) => {
      const [column, row] = [index % 3, Math.floor(index / 3)];
      const spare = wide[column] - (shape[block][1] * (cell + GAP) - GAP);
      return [block, { x: lefts[column] + spare / 2, y: tops[row] }];
    }),
  ) as Layout['at'];
  return { cell, at, stacked: false, margins, width, height };
}

function stack(shape: Shapes, width: number, unit: number): Layout {
  const widest = Math.max(...blocks.map((block) => shape[block][1]));
  const cell = Math.max(SMALLEST, Math.min(72 * unit, (width - 24) / widest - GAP));
  let y = 0;
  const at = Object.fromEntries(
    blocks.map((block) => {
      const [rows, columns] = shape[block];
      y += ROOMY.head * unit;
      const position = { x: Math.max(12, (width - columns * (cell + GAP) + GAP) / 2), y };
      y += rows * (cell + GAP) + 12 * unit;
      return [block, position];
    }),
  ) as Layout['at'];
  const height = y + ROOMY.footer * unit;
  return { cell, at, stacked: true, margins: ROOMY, width, height };
}
