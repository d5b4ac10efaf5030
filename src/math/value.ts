/** A list of numbers, indexed from 0. */
export type Vector = readonly number[];

/** Rows of equal length; `matrix[i][j]` is row i, column j. */
export type Matrix = readonly Vector[];

/** A list of words, such as the ids of lines in order. */
export type Words = readonly string[];

/** Everything a given or an answer can be. */
export type Value = number | boolean | string | Words | Vector | Matrix;

export const isMatrix = (value: Value): value is Matrix =>
  Array.isArray(value) && Array.isArray(value[0]);

export const isVector = (value: Value): value is Vector =>
  Array.isArray(value) && typeof value[0] === 'number';

export const isWords = (value: Value): value is Words =>
  Array.isArray(value) && typeof value[0] === 'string';

/** The numbers of a value in reading order; a word or a boolean has none. */
export function numbersOf(value: Value): number[] {
  if (typeof value === 'number') return [value];
  if (isMatrix(value)) return value.flat();
  return isVector(value) ? [...value] : [];
}

const isList = (value: Value): value is Vector | Matrix | Words => Array.isArray(value);

/** Whether two values have the same shape and the same entries; NaN equals NaN. */
export function sameValue(a: Value, b: Value): boolean {
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((entry, i) => sameValue(entry, b[i]));
  }
  return Object.is(a, b) || a === b;
}
