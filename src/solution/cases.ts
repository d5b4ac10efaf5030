import type { Value } from '../math/value';
import { Expression, expressionOf, type Operand } from './expression';
import type { Comparison } from './notation';

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
    { display: body.details.display },
  );
}
