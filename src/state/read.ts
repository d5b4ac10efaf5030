import type { Matrix, Vector } from '../math/value';

/** What is wrong with something a reader wrote, as the end of a sentence about its field. */
export class BadValue extends Error {
  override readonly name = 'BadValue';
}

const NUMBER = /^[-−]?(\d+\.?\d*|\.\d+)(e[-−]?\d+)?$/i;

/** A finite number with a decimal point; the typographic minus and exponents are read too. */
export function readNumber(text: string): number {
  const written = text.trim();
  if (written === '') throw new BadValue('is empty; a number is needed');
  // A comma inside a cell of a vector arrives as its look-alike, lest it split the cell in two.
  if (/^[-−]?\d+[,‚]\d+$/.test(written)) {
    throw new BadValue(
      `“${written}” has a comma; write the decimal point, ${written.replace(/[,‚]/, '.')}`,
    );
  }
  if (!NUMBER.test(written)) throw new BadValue(`“${shorten(written)}” is not a number`);
  const x = Number(written.replaceAll('−', '-'));
  if (!Number.isFinite(x)) throw new BadValue(`“${shorten(written)}” is too large a number`);
  return x;
}

/** `2,1` */
export function readVector(text: string): Vector {
  if (text.trim() === '') throw new BadValue('is empty; numbers are needed');
  return text.split(',').map(readNumber);
}

/** `1,0;0,2`: rows split by a semicolon, all of one length. */
export function readMatrix(text: string): Matrix {
  const rows = text.split(';').map(readVector);
  const short = rows.findIndex((row) => row.length !== rows[0].length);
  if (short > 0) {
    throw new BadValue(
      `has rows of different lengths: the first has ${rows[0].length}, row ${short + 1} has ${rows[short].length}`,
    );
  }
  return rows;
}

/** Enough of what was written to recognise it by. */
export const shorten = (text: string): string =>
  text.length > 24 ? `${text.slice(0, 23)}…` : text;
