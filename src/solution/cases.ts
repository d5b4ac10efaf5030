import { usual } from '../math/format';
import type { Matrix, Value } from '../math/value';
import { Expression, expressionOf, type Operand } from './expression';
import { number, type Comparison, type Notation } from './notation';

const HOLDS: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '≠': (a, b) => a !== b,
  '≥': (a, b) => a >= b,
  '>': (a, b) => a > b,
};

/** Whether a comparison holds: `0.45 < 1`. Numbers are compared in full, not as shown. */
export function compare(
  left: Operand<number>,
  sign: Comparison,
  right: Operand<number>,
): Expression<boolean> {
  const [a, b] = [expressionOf(left), expressionOf(right)];
  return new Expression(HOLDS[sign](a.value, b.value), {
    symbols: () => ({ kind: 'relation', left: a.symbols, sign, right: b.symbols }),
    numbers: () => ({ kind: 'relation', left: a.numbers, sign, right: b.numbers }),
  });
}

/**
 * Whether all entries of a matrix equal its first, but for a tolerance. Its numbers are the entry that
 * lies furthest from the first.
 */
export function alike(matrix: Expression<Matrix>, tolerance = 0): Expression<boolean> {
  const [first] = matrix.value[0];
  const off = (x: number): number => Math.abs(x - first);
  const furthest = matrix.value.flat().reduce((a, b) => (off(b) >= off(a) ? b : a));
  const holds = off(furthest) <= tolerance;
  const display = matrix.details.display ?? usual;
  const entry = (i: string, j: string): Notation => ({
    kind: 'indexed',
    body: matrix.symbols,
    subscripts: [i, j].map((tex) => ({ kind: 'symbol', tex, running: true })),
  });
  return new Expression(holds, {
    symbols: () => ({ kind: 'relation', left: entry('i', 'j'), sign: '=', right: entry('0', '0') }),
    numbers: () => ({
      kind: 'relation',
      left: number(furthest, display),
      sign: holds ? '=' : '≠',
      right: number(first, display),
    }),
  });
}

/**
 * The first body whose condition holds, else `otherwise`. The symbols list all branches, the
 * numbers the branch taken and, alone on a line, the condition that chose it.
 */
export function cases<V extends Value>(
  branches: readonly (readonly [Expression<boolean>, Expression<V>])[],
  otherwise: Expression<V>,
): Expression<V> {
  const taken = branches.find(([condition]) => condition.value);
  const body = taken ? taken[1] : otherwise;
  return new Expression(
    body.value,
    {
      symbols: () => ({
        kind: 'cases',
        branches: [
          ...branches.map(([condition, branch]) => ({
            body: branch.symbols,
            condition: condition.symbols,
          })),
          { body: otherwise.symbols },
        ],
      }),
      numbers: () =>
        taken ? { kind: 'since', body: body.numbers, condition: taken[0].numbers } : body.numbers,
    },
    { display: body.details.display, read: body.details.read },
  );
}
