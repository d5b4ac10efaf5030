import type { Matrix, Vector } from '../math/value';
import { Expression, notationOf, type Marks } from './expression';
import { marked, symbol, type Notation } from './notation';

interface Entries extends Marks {
  /** The symbols face; else the entries' own symbols, in an array. */
  readonly tex?: string;
  /** Whether the numbers face shows how each entry came about; else only in small arrays. */
  readonly worked?: boolean;
}

function arrayOf<V extends Vector | Matrix>(
  value: V,
  rows: readonly (readonly Expression<number>[])[],
  { tex, worked = rows.length <= 4 && rows[0].length <= 2, ...marks }: Entries,
): Expression<V> {
  const write = (face: 'symbols' | 'numbers'): Notation => ({
    kind: 'array',
    rows: rows.map((list) => list.map((entry) => entry[face])),
  });
  const whole: Expression<V> = new Expression(
    value,
    {
      symbols: () =>
        marked(tex === undefined ? write('symbols') : symbol(tex), marks.role, marks.part),
      numbers: () =>
        worked
          ? marked(write('numbers'), marks.role, marks.part)
          : notationOf(value, whole.display, (path) => whole.cell(path)),
    },
    {
      ...marks,
      entry: (path) => (path.length === 1 ? rows[0]?.[path[0]] : rows[path[0]]?.[path[1]]),
    },
  );
  return whole;
}

/** A matrix whose entries are expressions. */
export function matrixOf(
  rows: number,
  columns: number,
  entry: (i: number, j: number) => Expression<number>,
  options: Entries = {},
): Expression<Matrix> {
  const entries = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => entry(i, j)),
  );
  return arrayOf<Matrix>(
    entries.map((list) => list.map((x) => x.value)),
    entries,
    options,
  );
}

/** A vector whose entries are expressions. */
export function vectorOf(
  length: number,
  entry: (i: number) => Expression<number>,
  options: Entries = {},
): Expression<Vector> {
  const entries = Array.from({ length }, (_, i) => entry(i));
  return arrayOf<Vector>(
    entries.map((x) => x.value),
    [entries],
    { worked: length <= 2, ...options },
  );
}
