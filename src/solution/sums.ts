import { numbersOf } from '../math/value';
import { combine } from './elementwise';
import { Expression, expressionOf, runningIndex, type Numeric, type Operand } from './expression';
import { number, unmarked, unrolledProduct, unrolledSum, type Notation } from './notation';

function big<V extends Numeric>(
  operator: 'sum' | 'product',
  tex: string,
  [first, last]: readonly [Operand<number>, Operand<number>],
  body: (i: Expression<number>) => Expression<V>,
): Expression<V> {
  const from = expressionOf(first);
  const to = expressionOf(last);
  const count = to.value - from.value + 1;
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`a ${operator} from ${from.value} to ${to.value} has no terms`);
  }
  const terms = Array.from({ length: count }, (_, k) => body(runningIndex(tex, from.value + k)));
  const step =
    operator === 'sum' ? (x: number, y: number) => x + y : (x: number, y: number) => x * y;
  const value = terms
    .map((term): Numeric => term.value)
    .reduce((total, term) => combine(total, term, step));
  const unrolled = operator === 'sum' ? unrolledSum : unrolledProduct;
  return new Expression(value as V, {
    symbols: () => ({
      kind: 'big',
      operator,
      index: tex,
      from: from.symbols,
      to: to.symbols,
      body: terms[0].symbols,
    }),
    numbers: () => unrolled(terms.map((term) => term.numbers)),
  });
}

/**
 * Σ of `body(i)` for i from `from` to `to`, both included; unrolled in the numbers, elided when
 * long. Sums may be nested. Throws when there is nothing to add.
 */
export const sum = <V extends Numeric>(
  tex: string,
  from: Operand<number>,
  to: Operand<number>,
  body: (i: Expression<number>) => Expression<V>,
): Expression<V> => big('sum', tex, [from, to], body);

/** Π of `body(i)`, as `sum`. */
export const product = <V extends Numeric>(
  tex: string,
  from: Operand<number>,
  to: Operand<number>,
  body: (i: Expression<number>) => Expression<V>,
): Expression<V> => big('product', tex, [from, to], body);

/** The numbers of an expression as a list: the entries of a vector, row by row for a matrix. */
function entriesOf(expression: Expression<Numeric>): readonly Notation[] {
  const written = unmarked(expression.numbers);
  return written.kind === 'array' ? written.rows.flat() : [expression.numbers];
}

function extreme(
  tex: string,
  operands: readonly Operand[],
  pick: (...list: number[]) => number,
): Expression<number> {
  const list = operands.map((operand) => expressionOf(operand));
  return new Expression(pick(...list.flatMap(({ value }) => numbersOf(value))), {
    symbols: () => ({ kind: 'call', tex, arguments: list.map((x) => x.symbols) }),
    numbers: () => ({ kind: 'call', tex, arguments: list.flatMap(entriesOf) }),
  });
}

/** The largest of numbers, or of the entries of vectors. */
export const maximum = (...operands: readonly Operand[]): Expression<number> =>
  extreme('\\max', operands, Math.max);

/** The smallest of numbers, or of the entries of vectors. */
export const minimum = (...operands: readonly Operand[]): Expression<number> =>
  extreme('\\min', operands, Math.min);

/** The Euclidean length of a vector. */
export function norm(v: Expression<readonly number[]>): Expression<number> {
  return new Expression(Math.hypot(...v.value), {
    symbols: () => ({ kind: 'fence', fence: 'norm', body: v.symbols }),
    numbers: () => ({
      kind: 'root',
      body: unrolledSum(
        entriesOf(v).map((base) => ({ kind: 'power', base, exponent: number(2, 'exact') })),
      ),
    }),
  });
}
