import { softmax } from '../math/linear';
import type { Matrix, Vector } from '../math/value';
import { Expression } from './expression';
import { rowOf, symbol, unmarked, unrolledSum, type Notation } from './notation';

/** Rows longer than this are not written out as fractions. */
const SHORT = 3;

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

/** e to each score over the sum of all of them, as fractions when the row is short. */
export function softmaxRow(scores: Expression<Vector>): Expression<Vector> {
  return new Expression(softmax(scores.value), {
    symbols: () => call(scores.symbols),
    numbers: () => {
      const written = unmarked(scores.numbers);
      if (written.kind !== 'array' || scores.value.length > SHORT) return call(scores.numbers);
      const powers = written.rows[0].map(exponential);
      const below = unrolledSum(powers);
      return rowOf(powers.map((above) => ({ kind: 'quotient', above, below })));
    },
  });
}

/** Softmax of every row of a matrix. */
export function softmaxRows(scores: Expression<Matrix>): Expression<Matrix> {
  return new Expression(scores.value.map(softmax), {
    symbols: () => call(scores.symbols),
    numbers: () => call(scores.numbers),
  });
}
