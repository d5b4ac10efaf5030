import { isMatrix, type Matrix, type Vector } from '../math/value';
import type { Expression, Numeric } from './expression';

/** `3 numbers`, `2 × 3`: for the sentence that says why two shapes do not fit. */
export const shapeOf = (value: Numeric): string => {
  if (typeof value === 'number') return 'a number';
  return isMatrix(value) ? `${value.length} × ${value[0].length}` : `${value.length} numbers`;
};

/** The number at these indices; a number is itself everywhere. */
export function numberAt(value: Numeric, path: readonly number[]): number {
  if (typeof value === 'number') return value;
  const entry: Numeric = value[path[0]];
  return typeof entry === 'number' ? entry : entry[path[1]];
}

/** f of every entry. */
export function mapValue(value: Numeric, f: (x: number) => number): Numeric {
  if (typeof value === 'number') return f(value);
  return isMatrix(value) ? value.map((row) => row.map(f)) : value.map(f);
}

/** f of entries that stand at one position; a number goes with every entry. Throws if shapes differ. */
export function combine(a: Numeric, b: Numeric, f: (x: number, y: number) => number): Numeric {
  if (typeof a === 'number') return mapValue(b, (y) => f(a, y));
  if (typeof b === 'number') return mapValue(a, (x) => f(x, b));
  if (shapeOf(a) !== shapeOf(b)) {
    throw new RangeError(`${shapeOf(a)} and ${shapeOf(b)} do not go together entry by entry`);
  }
  if (isMatrix(a) && isMatrix(b)) return a.map((row, i) => row.map((x, j) => f(x, b[i][j])));
  return (a as Vector).map((x, i) => f(x, (b as Vector)[i]));
}

/** The value type of an operand. */
export type ValueOf<T> = T extends Expression<infer V> ? V : number;

/** The value type of operands combined entry by entry. */
export type Combined<V> = [Extract<V, Matrix>] extends [never]
  ? [Extract<V, Vector>] extends [never]
    ? number
    : Vector
  : Matrix;
