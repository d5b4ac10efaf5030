import type { Matrix } from '../math/value';
import { BadValue, shorten } from '../state/bad-value';
import { readNumber } from '../state/read-number';
import { REACH } from './data-sets';
import { MOST_POINTS } from './settings';

/** Points read from a table, and what was done to them, as sentences for the reader. */
export interface ReadPoints {
  readonly points: Matrix;
  readonly notes: readonly string[];
}

interface Row {
  readonly x: readonly [number, number];
  readonly label: string;
}

/** Points that do not fit are scaled to this part of the plane. */
const FITTING = 0.9 * REACH;

/**
 * Reads lines of x₁, x₂ and a class, split by commas, semicolons, tabs or spaces. A first line that
 * holds no numbers is a header.
 * @throws {BadValue} naming the line that cannot be read, as the end of a sentence.
 */
export function readPoints(text: string): ReadPoints {
  const lines = text
    .split(/\r?\n/)
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '');
  const header = lines.length > 0 && !/^[-+−.]?\d/.test(lines[0].line);
  const rows = lines.slice(header ? 1 : 0).map(({ line, number }) => readLine(line, number));
  if (rows.length < 2) throw new BadValue('needs two points at least');
  if (rows.length > MOST_POINTS) {
    throw new BadValue(`has ${rows.length} points; at most ${MOST_POINTS} fit here`);
  }
  const classes = [...new Set(rows.map(({ label }) => label))];
  if (classes.length !== 2) {
    const found = classes.slice(0, 4).map(shorten).join(', ');
    throw new BadValue(`has ${classes.length} classes (${found}); it must have two`);
  }
  const [negative, positive] = classes.sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const scaled = [0, 1].map((axis) => fitted(rows.map(({ x }) => x[axis])));
  const named = negative === '-1' && Number(positive) === 1;
  return {
    points: rows.map(({ label }, i) => [
      scaled[0].values[i],
      scaled[1].values[i],
      label === positive ? 1 : -1,
    ]),
    notes: [
      ...(named ? [] : [`Class +1 is “${shorten(positive)}”, class −1 “${shorten(negative)}”.`]),
      ...scaled.flatMap(({ from }, axis) =>
        from
          ? [`The ${axis === 0 ? 'first' : 'second'} column was scaled from ${from} to the plane.`]
          : [],
      ),
    ],
  };
}

function readLine(line: string, number: number): Row {
  const cells = line.includes(';')
    ? line.split(';')
    : line.includes(',')
      ? line.split(',')
      : line.split(/\s+/);
  if (cells.length !== 3) {
    throw new BadValue(
      `cannot be read: line ${number} has ${cells.length} ${cells.length === 1 ? 'entry' : 'entries'}; three are needed, two numbers and a class`,
    );
  }
  const read = (cell: string): number => {
    try {
      return readNumber(cell);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      const sentence = cell.trim() === '' ? 'a number is missing' : error.message;
      throw new BadValue(`cannot be read: in line ${number}, ${sentence}`);
    }
  };
  const label = cells[2]
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace('−', '-');
  if (label === '') throw new BadValue(`cannot be read: line ${number} has no class`);
  return { x: [read(cells[0]), read(cells[1])], label };
}

/** Numbers of a column, with two decimals; scaled where one of them lies beside the plane. */
function fitted(values: readonly number[]): { values: number[]; from?: string } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const round = (x: number): number => Math.round(x * 100) / 100;
  if (low >= -REACH && high <= REACH) return { values: values.map(round) };
  const half = (high - low) / 2 || 1;
  return {
    values: values.map((x) => round(((x - (low + high) / 2) / half) * FITTING)),
    from: `${low} … ${high}`,
  };
}
