import type { Matrix } from '../math/value';
import { Expression } from './expression';
import { symbol, type Notation } from './notation';

/**
 * A table: heads in TeX over columns of numbers, where a list of lines would have to be read. Each
 * number is an expression of its own, shown by its value and tied to its part of the picture.
 */
export function table(
  heads: readonly string[],
  rows: readonly (readonly Expression<number>[])[],
): Expression<Matrix> {
  const write = (): Notation => ({
    kind: 'table',
    heads: heads.map(symbol),
    rows: rows.map((row) => row.map((entry) => entry.shown)),
  });
  const value = rows.map((row) => row.map((entry) => entry.value));
  return new Expression<Matrix>(value, { symbols: write, numbers: write });
}
