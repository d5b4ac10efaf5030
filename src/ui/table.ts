import { plainCharacters } from '../math/characters';
import { BadValue } from '../state/bad-value';
import { CELL_COMMA } from '../state/read-number';
import { bracketedCells, pastedCells } from '../state/read-table';

/**
 * A table of texts, as the cells of a vector or a matrix hold them: whatever a reader writes, good
 * or bad, goes into the link and comes back out of it unchanged.
 */
export type Table = readonly (readonly string[])[];

/**
 * Link syntax of a table. A comma or semicolon inside a cell would read as two cells, so it is
 * written as its look-alike; reading it as a number then fails with a sentence about the comma.
 */
export const tableText = (table: Table): string =>
  table.map((row) => row.map((cell) => disguise(cell)).join(',')).join(';');

/** The cells of link syntax. Rows may differ in length: that is for the reader to see and mend. */
export const readTable = (text: string): Table =>
  text.split(';').map((row) => row.split(',').map((cell) => reveal(cell.trim())));

const disguise = (cell: string): string => cell.replaceAll(',', CELL_COMMA).replaceAll(';', '；');
const reveal = (cell: string): string => cell.replaceAll(CELL_COMMA, ',').replaceAll('；', ';');

/** The cells of `[[1, 2], [3, 4]]` and its like; nothing if the text is something else. */
export function inBrackets(text: string): Table | undefined {
  try {
    return bracketedCells(text);
  } catch (error) {
    // It nearly is: reading its value says what is wrong with it.
    if (error instanceof BadValue) return undefined;
    throw error;
  }
}

/** `0,5` may be one number or two: it goes where it was pasted, and is told of the point. */
const LONE_COMMA = /^\s*\S+,\S+\s*$/;

/**
 * The table in what is pasted, spreadsheets known by the HTML they add; nothing if it belongs into
 * one cell, good or bad. Throws {@link BadValue} with a sentence.
 */
export function pastedTable(text: string, html = ''): Table | undefined {
  const table = pastedCells(text, { spreadsheet: /<table\b/i.test(html) });
  const count = table.flat().length;
  if (count < 2 || !/\d/.test(plainCharacters(text))) return undefined;
  return count === 2 && LONE_COMMA.test(text) && !inBrackets(text) ? undefined : table;
}

/** The table with a part of it replaced, from a cell on; nothing if the part does not fit there. */
export function withPart(
  table: Table,
  part: Table,
  row: number,
  column: number,
): Table | undefined {
  const whole = part.length === table.length && columnsOf(part) === columnsOf(table);
  const [top, left] = whole ? [0, 0] : [row, column];
  if (top + part.length > table.length || left + columnsOf(part) > columnsOf(table)) {
    return undefined;
  }
  return table.map((cells, i) => cells.map((cell, j) => part[i - top]?.[j - left] ?? cell));
}

/** The same table with other sizes: what is new holds zeros. */
export const resized = (table: Table, rows: number, columns: number): Table =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => table[i]?.[j] ?? '0'),
  );

/** A list that stands, one number a line, lies down; any other table stays as it is. */
export const laidDown = (table: Table): Table =>
  table.length > 1 && columnsOf(table) === 1 ? [table.flat()] : table;

export const columnsOf = (table: Table): number => Math.max(...table.map((row) => row.length));

/** `2 × 3` */
export const sizeOf = (table: Table): string => `${table.length} × ${columnsOf(table)}`;

/** What is wrong with a table that does not fit, as the end of a sentence. */
export function tooLarge(table: Table, most: readonly number[]): string | undefined {
  const [rows, columns] = most;
  if (table.length <= rows && columnsOf(table) <= columns) return undefined;
  return rows > 1
    ? `is ${sizeOf(table)}; at most ${rows} × ${columns} fits here`
    : `has ${table.flat().length} numbers; at most ${columns} fit here`;
}
