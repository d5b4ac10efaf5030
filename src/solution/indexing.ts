import type { Matrix, Vector } from '../math/value';
import { shapeOf } from './elementwise';
import { Expression, expressionOf, type Numeric, type Operand } from './expression';
import { marked, partsOf, symbol, unmarked, type Notation } from './notation';

const runs = (notation: Notation): boolean =>
  notation.kind === 'symbol' ? (notation.running ?? false) : partsOf(notation).some(runs);

/** The indices up to the first running one: they say which part of the picture is meant. */
function fixed(indices: readonly Expression<number>[]): number[] {
  const running = indices.findIndex((i) => runs(i.symbols));
  return (running < 0 ? indices : indices.slice(0, running)).map((i) => i.value);
}

const subscripts = (body: Notation, list: readonly Notation[]): Notation => ({
  kind: 'indexed',
  body: unmarked(body),
  subscripts: list,
});

function within(name: Expression, i: number, length: number): void {
  if (!Number.isInteger(i) || i < 0 || i >= length) {
    throw new RangeError(`index ${i} is outside ${shapeOf(name.value as Numeric)}`);
  }
}

/** An entry of a vector or matrix, counted from 0. Throws when there is none. */
export function at(x: Expression<Vector>, i: Operand<number>): Expression<number>;
export function at(
  x: Expression<Matrix>,
  i: Operand<number>,
  j: Operand<number>,
): Expression<number>;
export function at(
  x: Expression<Vector> | Expression<Matrix>,
  ...operands: Operand<number>[]
): Expression<number> {
  return entryAt(x, operands);
}

/** As `at`, by as many indices as the array has. */
export function entryAt(x: Expression, operands: readonly Operand<number>[]): Expression<number> {
  const indices = operands.map((i) => expressionOf(i));
  const path = indices.map((i) => i.value);
  let value = x.value as Numeric;
  for (const i of path) {
    const list: Vector | Matrix = value as Vector | Matrix;
    within(x, i, list.length);
    value = list[i];
  }
  const { role } = x.details;
  const part = x.cell(path);
  const entry: Expression<number> = new Expression(
    value as number,
    {
      symbols: () =>
        marked(
          subscripts(
            x.symbols,
            indices.map((i) => i.symbols),
          ),
          role,
          x.cell(fixed(indices)),
        ),
      numbers: () => entry.shown,
    },
    { role, part, display: x.display },
  );
  return entry;
}

const colon = symbol(':');

/** Row i of a matrix. */
export function row(matrix: Expression<Matrix>, i: Operand<number>): Expression<Vector> {
  const which = expressionOf(i);
  within(matrix, which.value, matrix.value.length);
  const { role } = matrix.details;
  const list: Expression<Vector> = new Expression(
    matrix.value[which.value],
    {
      symbols: () =>
        marked(
          subscripts(matrix.symbols, [which.symbols, colon]),
          role,
          matrix.cell(fixed([which])),
        ),
      numbers: () => list.shown,
    },
    {
      role,
      part: matrix.cell([which.value]),
      cell: (path) => matrix.cell([which.value, ...path]),
      display: matrix.display,
    },
  );
  return list;
}

/** Column j of a matrix. */
export function column(matrix: Expression<Matrix>, j: Operand<number>): Expression<Vector> {
  const which = expressionOf(j);
  within(matrix, which.value, matrix.value[0].length);
  const { role } = matrix.details;
  const list: Expression<Vector> = new Expression(
    matrix.value.map((entries) => entries[which.value]),
    {
      symbols: () =>
        marked(subscripts(matrix.symbols, [colon, which.symbols]), role, matrix.details.part),
      numbers: () => list.shown,
    },
    {
      role,
      cell: ([i, ...rest]) =>
        i === undefined ? undefined : matrix.cell([i, which.value, ...rest]),
      display: matrix.display,
    },
  );
  return list;
}
