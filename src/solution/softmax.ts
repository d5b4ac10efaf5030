import { softmax } from '../math/linear';
import type { Matrix, Vector } from '../math/value';
import { Expression } from './expression';
import { at, row } from './indexing';
import { rowOf, symbol, unmarked, unrolledSum, type Notation } from './notation';

/** Rows longer than this are not written out as fractions. */
const SHORT = 2;

const call = (body: Notation): Notation => ({
  kind: 'call',
  tex: '\\operatorname{softmax}',
  arguments: [body],
});

const exponential = (exponent: Notation): Notation => ({
  kind: 'power',
  base: symbol('e'),
  exponent,
});

/** e to one score over the sum of e to all of them. */
export function share(scores: Expression<Vector>, j: number): Expression<number> {
  const fraction = (list: readonly Notation[]): Notation => ({
    kind: 'quotient',
    above: exponential(list[j]),
    below: unrolledSum(list.map(exponential)),
  });
  const entries = scores.value.map((_, k) => at(scores, k));
  return new Expression(softmax(scores.value)[j], {
    symbols: () => fraction(entries.map((entry) => entry.symbols)),
    numbers: () => fraction(entries.map((entry) => entry.numbers)),
  });
}

/** e to each score over the sum of all of them, as fractions when the row is short. */
export function softmaxRow(scores: Expression<Vector>): Expression<Vector> {
  const entry = ([j]: readonly number[]): Expression<number> => share(scores, j);
  const faces = {
    symbols: (): Notation => call(scores.symbols),
    numbers: (): Notation => {
      const written = unmarked(scores.numbers);
      if (written.kind !== 'array' || scores.value.length > SHORT) return call(scores.numbers);
      const powers = written.rows[0].map(exponential);
      const below = unrolledSum(powers);
      return rowOf(powers.map((above): Notation => ({ kind: 'quotient', above, below })));
    },
  };
  return new Expression(softmax(scores.value), faces, { entry });
}

/** Softmax of every row of a matrix. */
export function softmaxRows(scores: Expression<Matrix>): Expression<Matrix> {
  return new Expression(
    scores.value.map(softmax),
    { symbols: () => call(scores.symbols), numbers: () => call(scores.numbers) },
    { entry: ([i, j]) => (j === undefined ? undefined : share(row(scores, i), j)) },
  );
}
