import type { Matrix } from '../../math/value';
import type { Box } from './box';
import { gapOf, lengthOf, type Grid } from './grid';

/** What a layout has to know of a matrix. */
export interface Laid {
  readonly values: Matrix;
  /** The width of a cell in which all its numbers can be shown. */
  readonly wanted: number;
}

/** The matrices of one line, with the signs before them; a sign before the first is rare. */
export interface LaidLine {
  readonly blocks: readonly Laid[];
  /** Whether an arrow comes from the line above. */
  readonly arrow: boolean;
  /** Whether something says what was left out of a large matrix. */
  readonly elided: boolean;
  /** Whether a sign stands before its first matrix. */
  readonly led: boolean;
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

/** Below a matrix that is larger than what is shown of it. */
const NOTE = 22;

/** Cells are no larger, however much room there is. */
const LARGEST = 104;

/** A matrix shows no more rows or columns than these. */
const MOST = 8;

export type CellSize = Pick<Box, 'width' | 'height'>;

export interface ChainLayout {
  readonly margins: Margins;
  /** Where the cells of each matrix stand, line by line. */
  readonly grids: readonly (readonly Grid[])[];
  /** What it takes; more than the room where its cells would be too small. */
  readonly height: number;
}

const rowsOf = ({ values }: Laid): number => Math.min(MOST, values.length);
const columnsOf = ({ values }: Laid): number => Math.min(MOST, values[0].length);
const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** The largest cells that fit; nothing where not even the smallest are narrow enough. */
export function layChain(
  lines: readonly LaidLine[],
  room: { readonly width: number; readonly height: number },
  smallest: CellSize,
): ChainLayout | undefined {
  const roomy = lay(lines, room, smallest, ROOMY);
  if (roomy && roomy.grids[0][0].cell.height >= 54) return roomy;
  return lay(lines, room, smallest, TIGHT);
}

function lay(
  lines: readonly LaidLine[],
  { width, height }: { readonly width: number; readonly height: number },
  smallest: CellSize,
  margins: Margins,
): ChainLayout | undefined {
  const { head, sign, band } = margins;
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
  const around = total(
    lines.map((line, n) => head + bandAbove(line, n) + (line.elided ? NOTE : 0)),
  );

  const across = Math.min(
    ...lines.map((line) => (width - 8 - signsIn(line) * sign) / total(columnsIn(line))),
  );
  const down = (height - around) / total(tallest);
  const gap = gapOf(Math.min(across, down));
  const widest = Math.floor(across - gap);
  if (widest < smallest.width) return undefined;
  const tall = Math.max(smallest.height, Math.min(Math.floor(down - gap), widest, LARGEST));
  const wanted = Math.max(...lines.flatMap(({ blocks }) => blocks.map((block) => block.wanted)));
  const cell = { width: Math.max(tall, Math.min(widest, Math.ceil(wanted))), height: tall };

  const long = (columns: number): number => lengthOf(columns, cell.width, gap);
  const used = around + total(tallest.map((rows) => lengthOf(rows, cell.height, gap)));
  let y = Math.max(0, (height - used) / 2);
  const grids = lines.map((line, n) => {
    const columns = columnsIn(line);
    const span = total(columns.map(long)) + signsIn(line) * sign;
    let x = (width - span) / 2 + (line.led ? sign : 0);
    y += bandAbove(line, n) + head;
    const placed = line.blocks.map((block, c): Grid => {
      const spare = long(columns[c]) - long(columnsOf(block));
      const grid = {
        x: x + spare / 2,
        y,
        rows: rowsOf(block),
        columns: columnsOf(block),
        cell,
        gap,
      };
      x += long(columns[c]) + sign;
      return grid;
    });
    y += lengthOf(tallest[n], cell.height, gap) + (line.elided ? NOTE : 0);
    return placed;
  });
  return { margins, grids, height: Math.max(used, y) };
}
