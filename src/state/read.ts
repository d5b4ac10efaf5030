import type { Matrix, Vector } from '../math/value';
import { BadValue } from './bad-value';
import { writtenNumber, type WrittenNumber } from './read-number';
import { bracketedCells, writtenCells, type Cells } from './read-table';

export { BadValue, shorten } from './bad-value';
export { readNumber, writtenNumber, type WrittenNumber } from './read-number';

/** The numbers of a table, each with how precisely it was written; all rows of one length. */
export function writtenTable(text: string): WrittenNumber[][] {
  return numbersIn(writtenCells(text));
}

/** The numbers in cells. Throws {@link BadValue} about the first that is none. */
export function numbersIn(cells: Cells, read = writtenNumber): WrittenNumber[][] {
  const rows = cells.map((row) => {
    if (row.every((cell) => cell === '')) throw new BadValue('is empty; numbers are needed');
    return row.map(read);
  });
  const short = rows.findIndex((row) => row.length !== rows[0].length);
  if (short > 0) {
    throw new BadValue(
      `has rows of different lengths: the first has ${rows[0].length}, row ${short + 1} has ${rows[short].length}`,
    );
  }
  return rows;
}

const valuesOf = (row: readonly WrittenNumber[]): Vector => row.map(({ value }) => value);

/** `1,0;0,2`: rows split by a semicolon, all of one length; or a matrix in brackets. */
export const readMatrix = (text: string): Matrix => writtenTable(text).map(valuesOf);

/** `2,1`; or a list in brackets, or a matrix of one column. */
export function readVector(text: string): Vector {
  const cells = bracketedCells(text) ?? [text.split(',').map((cell) => cell.trim())];
  const rows = numbersIn(cells).map(valuesOf);
  if (rows.length === 1) return rows[0];
  if (rows[0].length === 1) return rows.map(([x]) => x);
  throw new BadValue(`has ${rows.length} rows; one fits here`);
}
