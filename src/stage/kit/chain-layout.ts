import type { Matrix } from '../../math/value';
import type { Box } from './box';
import { gapOf, lengthOf, type Grid } from './grid';

export type CellSize = Pick<Box, 'width' | 'height'>;

/** What a layout has to know of a matrix. */
export interface Laid {
  readonly values: Matrix;
  /** The width of a cell in which all its numbers can be shown. */
  readonly wanted: number;
}

/** The matrices of one line, with a sign between each and the next. */
export interface LaidLine {
  readonly blocks: readonly Laid[];
  /** Whether an arrow comes from the line above. */
  readonly arrow: boolean;
  /** Whether a sign stands before its first matrix. */
  readonly led: boolean;
}

export interface LaidChain {
  readonly lines: readonly LaidLine[];
  /** What stands at the left of all lines. */
  readonly beside?: Laid | undefined;
}

/** Room for a chain, in stage units. */
export interface LayoutRoom {
  readonly width: number;
  readonly height: number;
  /** Cells are no smaller. */
  readonly smallest: CellSize;
  /** Rows and columns a matrix shows at most. */
  readonly most: number;
}

/** Room around the matrices. */
export interface Margins {
  /** Above a matrix, for its name and what it is. */
  readonly head: number;
  /** Before a matrix, for a sign. */
  readonly sign: number;
  /** Between two lines, for an arrow; without one there is a third of it. */
  readonly band: number;
}

const ROOMY: Margins = { head: 58, sign: 56, band: 54 };
const TIGHT: Margins = { head: 46, sign: 26, band: 38 };
/** Cells at least this high leave room for wide margins. */
const ROOMY_CELL = 54;

/** Below a matrix that is larger than what is shown of it. */
const NOTE = 22;

/** Cells are no larger, however much room there is. */
const LARGEST = 104;

export interface ChainLayout {
  readonly margins: Margins;
  /** Where the cells of each matrix stand, line by line. */
  readonly grids: readonly (readonly Grid[])[];
  readonly beside?: Grid | undefined;
  /** What it takes; more than the room where its cells would be too small. */
  readonly height: number;
}

const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** The largest cells that fit; nothing where not even the smallest are narrow enough. */
export function layChain(chain: LaidChain, room: LayoutRoom): ChainLayout | undefined {
  const roomy = lay(chain, room, ROOMY);
  const isRoomy = roomy && roomy.grids[0][0].cell.height >= ROOMY_CELL;
  return isRoomy ? roomy : lay(chain, room, TIGHT);
}

function lay(
  { lines, beside }: LaidChain,
  room: LayoutRoom,
  margins: Margins,
): ChainLayout | undefined {
  const { width, height, smallest, most } = room;
  const { head, sign, band } = margins;
  const rowsOf = ({ values }: Laid): number => Math.min(most, values.length);
  const columnsOf = ({ values }: Laid): number => Math.min(most, values[0].length);
  const noteOf = (blocks: readonly Laid[]): number =>
    blocks.some(({ values }) => Math.max(values.length, values[0].length) > most) ? NOTE : 0;

  // Matrices one below the other share a column where every line has as many.
  const count = lines[0].blocks.length;
  const aligned = lines.every(({ blocks, led }) => blocks.length === count && !led);
  const columnsIn = (line: LaidLine): number[] =>
    line.blocks.map((block, c) =>
      aligned ? Math.max(...lines.map(({ blocks }) => columnsOf(blocks[c]))) : columnsOf(block),
    );
  const signsIn = ({ blocks, led }: LaidLine): number => blocks.length - (led ? 0 : 1);
  const tallest = lines.map(({ blocks }) => Math.max(...blocks.map(rowsOf)));
  const bandAbove = ({ arrow }: LaidLine, n: number): number =>
    arrow ? band : n > 0 ? band / 3 : 0;
  const around = total(lines.map((line, n) => head + bandAbove(line, n) + noteOf(line.blocks)));

  const [besideColumns, besideSign] = beside ? [columnsOf(beside), sign] : [0, 0];
  const across = Math.min(
    ...lines.map(
      (line) =>
        (width - 8 - besideSign - signsIn(line) * sign) / (besideColumns + total(columnsIn(line))),
    ),
  );
  const down = Math.min(
    (height - around) / total(tallest),
    beside ? (height - head - noteOf([beside])) / rowsOf(beside) : Infinity,
  );
  const gap = gapOf(Math.min(across, down));
  const widest = Math.floor(across - gap);
  if (widest < smallest.width) return undefined;
  const tall = Math.max(smallest.height, Math.min(Math.floor(down - gap), widest, LARGEST));
  const all = [...lines.flatMap(({ blocks }) => blocks), ...(beside ? [beside] : [])];
  const wanted = Math.ceil(Math.max(...all.map((block) => block.wanted)));
  const cell = { width: Math.max(tall, Math.min(widest, wanted)), height: tall };
  const long = (columns: number): number => lengthOf(columns, cell.width, gap);
  const high = (rows: number): number => lengthOf(rows, cell.height, gap);
  const gridOf = (block: Laid, x: number, y: number): Grid => ({
    ...{ x, y, cell, gap },
    rows: rowsOf(block),
    columns: columnsOf(block),
  });

  const spans = lines.map((line) => total(columnsIn(line).map(long)) + signsIn(line) * sign);
  const left = beside ? long(besideColumns) + sign : 0;
  const start = (width - left - Math.max(...spans)) / 2;
  const used = around + total(tallest.map(high));
  const besideUsed = beside ? head + high(rowsOf(beside)) + noteOf([beside]) : 0;
  const full = Math.max(height, used, besideUsed);
  let y = (full - used) / 2;
  const grids = lines.map((line, n) => {
    const columns = columnsIn(line);
    let x = start + left + (Math.max(...spans) - spans[n]) / 2 + (line.led ? sign : 0);
    y += bandAbove(line, n) + head;
    const placed = line.blocks.map((block, c) => {
      const grid = gridOf(block, x + (long(columns[c]) - long(columnsOf(block))) / 2, y);
      x += long(columns[c]) + sign;
      return grid;
    });
    y += high(tallest[n]) + noteOf(line.blocks);
    return placed;
  });
  return {
    margins,
    grids,
    beside: beside && gridOf(beside, start, (full - besideUsed) / 2 + head),
    height: Math.max(used, besideUsed),
  };
}
