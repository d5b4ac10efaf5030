import type { Box, Frame } from '../../../src/author';
import type { Givens, Model } from './model';

/** The rows from the tape down: some have a cell for each score, the registers one for each block. */
export const rows = [
  'scores',
  'values',
  'm',
  'rescale',
  'l',
  'o',
  'naive',
  'direct_weights',
  'out',
] as const;
export type Row = (typeof rows)[number];

/** Rows with a little room above them. */
const SECTIONS: readonly Row[] = ['m', 'naive', 'direct_weights'];

/** Where everything stands, in stage units. */
export interface Layout {
  readonly height: number;
  /** Where the rows' names begin; `terse` when what they mean does not fit. */
  readonly margin: number;
  readonly terse: boolean;
  /** From one score to the next. */
  readonly pitch: number;
  /** The cell of score i in a row. */
  score(i: number, row: Row): Box;
  /** The cell of a register after block b: as wide as the block. */
  block(b: number, row: Row): Box;
  /** The quotient o / ℓ, and the direct mean to compare it with. */
  readonly out: Box;
  readonly direct: Box;
  /** What the sums are made of. */
  readonly bars: Box;
}

const GAP = 5;
const BLOCK_GAP = 16;
const HEAD = 38;
const SECTION = 9;
/** Between the last row and the bars. */
const APART = 12;
/** Cells that are pressed are 30 high at least, cells that are only shown may be lower. */
const ROW = { pressed: 35, shown: 23, most: 50 };
const CELL = 150;
const RESULT = { width: 82, sign: 28 };
const BARS = { least: 78, most: 150 };
const NAMES = { terse: 42, full: 178 };
/** On narrower screens the names stand alone. */
const NARROW = 560;

export function layoutOf(
  { scores, block, blocks }: Pick<Model, 'scores' | 'block' | 'blocks'>,
  { width, height, stage }: Pick<Frame<Givens>, 'width' | 'height' | 'stage'>,
): Layout {
  const terse = width < NARROW;
  const names = terse ? NAMES.terse : NAMES.full;
  const between = (blocks.length - 1) * (BLOCK_GAP - GAP);
  const fits = (width - names - between - 12) / scores.length - GAP;
  const cell = Math.min(CELL, fits);
  const pitch = cell + GAP;
  const margin = Math.max(0, (width - names - between - scores.length * pitch) / 2);

  const sections = SECTIONS.length * SECTION;
  const down = Math.floor((height - HEAD - sections - APART - BARS.least) / rows.length);
  const row = Math.min(ROW.most, Math.max(stage.unit > 1 ? ROW.shown : ROW.pressed, down));
  const top = (name: Row): number => {
    const index = rows.indexOf(name);
    const above = SECTIONS.filter((section) => rows.indexOf(section) <= index).length;
    return HEAD + above * SECTION + index * row;
  };
  const left = (i: number): number =>
    margin + names + i * pitch + Math.floor(i / block) * (BLOCK_GAP - GAP);
  const box = (x: number, name: Row, wide: number): Box => ({
    ...{ x, y: top(name), width: wide, height: row - GAP },
  });

  const bottom = top('out') + row + APART;
  const bars = Math.min(BARS.most, Math.max(BARS.least, height - bottom));
  return {
    ...{ margin, terse, pitch, height: bottom + bars },
    score: (i, name) => box(left(i), name, cell),
    block(b, name) {
      const [first, last] = [blocks[b][0], blocks[b][blocks[b].length - 1]];
      return box(left(first), name, left(last) + cell - left(first));
    },
    out: box(left(0), 'out', RESULT.width),
    direct: box(left(0) + RESULT.width + RESULT.sign, 'out', RESULT.width),
    bars: { x: margin, y: bottom, width: width - 2 * margin, height: bars },
  };
}
