import fc from 'fast-check';
import { FormulaError, functions, type Formula } from '../../../src/math/formula';
import { parseFormula } from '../../../src/math/formula-parse';

/** Formulas of every kind in x and y, written out; denominators and bases kept away from 0. */
export const { written } = fc.letrec<{ written: string }>((tie) => ({
  written: fc.oneof(
    { maxDepth: 4, depthSize: 'large' },
    fc.constantFrom('x', 'y', 'x', '0.5', '2', 'pi'),
    fc.tuple(fc.constantFrom(...functions), tie('written')).map(([f, of]) => `${f}(${of})`),
    tie('written').map((of) => `(-${of})`),
    fc
      .tuple(fc.constantFrom('+', '-', '*'), tie('written'), tie('written'))
      .map(([operator, left, right]) => `(${left} ${operator} ${right})`),
    fc.tuple(tie('written'), tie('written')).map(([top, under]) => `${top}/(2+(${under})^2)`),
    fc.tuple(tie('written'), fc.integer({ min: -3, max: 4 })).map(([b, n]) => `(${b})^(${n})`),
    fc.tuple(tie('written'), tie('written')).map(([b, n]) => `(1+abs(${b}))^(${n})`),
  ),
}));

/** What is written as a formula, or nothing if it cannot be one. */
export function read(text: string): Formula | undefined {
  try {
    return parseFormula(text, ['x', 'y']);
  } catch (error) {
    // Too long, or a constant part without a value: not what is tried here.
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}
