import { BadValue } from './bad-value';
import { texTable } from './read-tex';

/** Rows of cells, as they were written; whether a cell is a number shows when it is read. */
export type Cells = readonly (readonly string[])[];

/** `1,0;0,2`, as links and fields have it; or a matrix in the brackets of a programming language. */
export const writtenCells = (text: string): Cells =>
  bracketedCells(text) ?? text.split(';').map((row) => trimmed(row.split(',')));

/** A matrix as NumPy, PyTorch, MATLAB or LaTeX write it; nothing if it is not one. */
export function bracketedCells(text: string): Cells | undefined {
  return texTable(text) ?? arrayCells(text);
}

/**
 * Text from the clipboard or an editor. A spreadsheet splits its cells by tabs and lines and by
 * nothing else: commas in its cells are decimal commas, which reading the cells will say.
 */
export function pastedCells(text: string, { spreadsheet = false } = {}): Cells {
  const bracketed = bracketedCells(text);
  if (bracketed) return bracketed;
  const lines = text.split(/\r\n|[\r\n]/);
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  while (lines.length > 1 && HEADER.test(lines[0])) lines.shift();
  if (spreadsheet || text.includes('\t')) return lines.map((line) => trimmed(line.split('\t')));
  const written = delimited(lines.map((line) => line.trim()).filter(Boolean));
  return written.length > 0 ? written : [['']];
}

/** MATLAB shows a matrix below its name, Julia below its size: `A =`, `2×2 Matrix{Int64}:`. */
const HEADER = /^\s*(?:[\w.]+\s*=\s*|(?:\d+[×x]\d+|\d+-element)\s.*:\s*)?$/;

const trimmed = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim());

/** Rows of a text file, whose writers split cells in one of several ways. */
function delimited(lines: readonly string[]): Cells {
  if (lines.length > 0 && lines.every((line) => line.startsWith('|'))) return markdown(lines);
  // At the end of lines semicolons end the rows; within several lines they split cells, as
  // spreadsheets do it where the comma is the decimal sign.
  const rows = lines.map((line) => (line.endsWith(';') ? line.slice(0, -1) : line));
  if (rows.length > 1 && rows.some((row) => row.includes(';'))) {
    return rows.map((row) => trimmed(row.split(';')));
  }
  return inRows(rows.flatMap((row) => row.split(';')));
}

/** Splits rows at their commas, or at their spaces if commas are not what splits them. */
function inRows(rows: readonly string[]): Cells {
  const tight = rows.map((row) => plainOperators(row.trim()));
  const spaced = tight.some((row) => row.includes(' '));
  const byComma = tight.some((row) => row.includes(','));
  // `0,5 1,25`: the commas stand within the numbers.
  const within = spaced && !tight.some((row) => /, | ,|,$/.test(row));
  return byComma && !within
    ? tight.map((row) => trimmed(row.split(',')))
    : tight.map((row) => row.split(BETWEEN_CELLS));
}

/** A space; but in `1 000` it groups the digits of one number, which reading it will say. */
const BETWEEN_CELLS = / (?!0\d\d(?![\d.]))/;

/** Without spaces around the operators of a number: `1.16 · 10^-7` is one cell. */
const plainOperators = (row: string): string =>
  row.replace(/ {2,}/g, ' ').replace(/ ?([*·×⋅/^]) ?/g, '$1');

/** `| 1 | 2 |`, with the rule that Markdown puts under the first row. */
const markdown = (lines: readonly string[]): Cells =>
  lines
    .filter((line) => !/^[|\s:-]+$/.test(line) || !line.includes('-'))
    .map((line) => trimmed(line.replace(/^\|/, '').replace(/\|$/, '').split('|')))
    .filter((row, i) => i > 0 || row.some(Boolean));

/**
 * What may stand before the brackets and after them, spaces left out: a name, a call, and the types
 * that TensorFlow and Julia write there, `<tf.Tensor: shape=(2, 2), numpy=` and `Float32[`.
 */
const BEFORE = /^(?:[\w.]+=)?(?:<tf\.\w+.*numpy=)?(?:[\w.]+\(|(?:Big|U)?(?:Float|Int)\d*)?$/;
const AFTER = /^(?:,\w+=[^[\]]*)?[);,>]*$/;

/** `[[1, 2], [3, 4]]`, `array([[1., 2.],\n [3., 4.]], dtype=float32)`, `A = [1 2; 3 4];`. */
function arrayCells(text: string): Cells | undefined {
  const [first, last] = [text.indexOf('['), text.lastIndexOf(']')];
  if (first < 0 || last < first) return undefined;
  const without = (part: string): string => part.replace(/\s+/g, '');
  if (!BEFORE.test(without(text.slice(0, first)))) return undefined;
  if (!AFTER.test(without(text.slice(last + 1)))) return undefined;
  // In MATLAB three points say that the row goes on in the next line.
  const inner = text
    .slice(first + 1, last)
    .replace(/\.{3}\s*\n/g, ' ')
    .trim();
  if (!/[[\]]/.test(inner)) return flat(inner);
  if (/\[\s*\[/.test(inner)) {
    throw new BadValue('is nested more than two deep; rows and columns fit here');
  }
  // Between the rows stands nothing but commas and space.
  if (/[^\s,]/.test(inner.replace(/\[[^[\]]*\]/g, ''))) return undefined;
  return inRows([...inner.matchAll(/\[([^[\]]*)\]/g)].map(([, row]) => oneLine(row)));
}

/** Rows split by semicolons or, where nothing else does, by lines; a list of Python goes on. */
function flat(inner: string): Cells {
  if (inner.includes(';')) {
    const rows = inner.split(';').map(oneLine);
    return inRows(rows.at(-1) === '' ? rows.slice(0, -1) : rows);
  }
  return inRows(inner.includes(',') ? [oneLine(inner)] : inner.split('\n').map(oneLine));
}

const oneLine = (row: string): string => row.replace(/\s+/g, ' ').replace(/,\s*$/, '').trim();
