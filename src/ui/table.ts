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

/** The cells of link syntax. Rows may differ in length: that is for the reader to see and fix. */
export const readTable = (text: string): Table =>
  text.split(';').map((row) => row.split(',').map((cell) => reveal(cell.trim())));

const disguise = (cell: string): string => cell.replaceAll(',', '‚').replaceAll(';', '；');
const reveal = (cell: string): string => cell.replaceAll('‚', ',').replaceAll('；', ';');

/** The same table with other sizes: what is new holds zeros. */
export const resized = (table: Table, rows: number, columns: number): Table =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => table[i]?.[j] ?? '0'),
  );

/** Text as spreadsheets and editors hold tables: rows on lines, cells split by tabs or commas. */
export const pastedTable = (text: string): Table =>
  text
    .trim()
    .split(/\r?\n|;/)
    .map((row) => row.trim().split(/\s*[,\t]\s*|\s+/));

export const columnsOf = (table: Table): number => Math.max(...table.map((row) => row.length));
