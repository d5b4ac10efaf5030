import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUS, usual } from '../../../src/math/format';
import { texMarkup } from '../../../src/solution/katex';
import { lineOf } from '../../../src/solution/line';
import { numberText } from '../../../src/solution/number';
import { print } from '../../../src/solution/print';
import { TexStyle } from '../../../src/solution/tex';
import { plainSymbol } from '../../../src/solution/symbol';
import { textStyle } from '../../../src/solution/text';
import { evaluateTex, evaluateText } from './evaluate';
import { expressionOfTree, trees, valueOfTree } from './trees';

const tex = new TexStyle();

/** As near as two orders of the same operations come; a number that overflowed must match. */
function expectNear(actual: number, wanted: number): void {
  if (!Number.isFinite(wanted)) return expect(actual).toBe(wanted);
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
}

/** Trees whose value is well conditioned: a last-digit change of a leaf stays a small change. */
const isTame = (x: number, nudged: number): boolean =>
  Number.isFinite(x) && Math.abs(x - nudged) <= 1e-10 * Math.max(1, Math.abs(x));

/** What a name stands for in a line of numbers. */
const rounded = (x: number): number => Number(numberText(x, usual).replaceAll(MINUS, '-'));

const runs = { numRuns: 2000, seed: 20 };

describe('of every expression', () => {
  test('the value is what the operations give, evaluated apart', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const wanted = valueOfTree(tree, (leaf) => leaf.value);
        fc.pre(
          isTame(
            wanted,
            valueOfTree(tree, (leaf) => leaf.value * (1 + 1e-14)),
          ),
        );
        expectNear(expressionOfTree(tree).value, wanted);
      }),
      runs,
    );
  });

  test('the numbers read back give the value, but for the rounding of names', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const leaf = (nudge: number) => (leaf: { kind: string; value: number }) =>
          (leaf.kind === 'named' ? rounded(leaf.value) : leaf.value) * nudge;
        const wanted = valueOfTree(tree, leaf(1));
        fc.pre(isTame(wanted, valueOfTree(tree, leaf(1 + 1e-14))));
        const { numbers } = expressionOfTree(tree);
        expectNear(evaluateText(print(numbers, textStyle).text), wanted);
        expectNear(evaluateTex(print(numbers, tex).text), wanted);
      }),
      runs,
    );
  });

  test('the symbols read back, with their values put in, give the value', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const wanted = valueOfTree(tree, (leaf) => leaf.value);
        fc.pre(
          isTame(
            wanted,
            valueOfTree(tree, (leaf) => leaf.value * (1 + 1e-14)),
          ),
        );
        const names: Record<string, number> = {};
        const { symbols } = expressionOfTree(tree, names);
        const plain = Object.entries(names).map(([tex, value]) => [plainSymbol(tex), value]);
        const plainNames = Object.fromEntries(plain) as typeof names;
        expectNear(evaluateText(print(symbols, textStyle).text, plainNames), wanted);
        expectNear(evaluateTex(print(symbols, tex).text, names), wanted);
      }),
      runs,
    );
  });

  test('KaTeX takes the line, face by face, marked and plain', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        for (const face of lineOf(expressionOfTree(tree)).faces) {
          expect(texMarkup(face.tex)).not.toContain('katex-error');
          expect(texMarkup(face.plain)).not.toContain('data-');
        }
      }),
      { numRuns: 150, seed: 21 },
    );
  });

  test('the slots put back into the shape give the line', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const { tex: whole, shape, slots } = lineOf(expressionOfTree(tree));
        const filled = shape.replace(/\{slot=(\d+)\}\{\}/g, (_, i: string) => {
          return `{slot=${i}}{${slots[Number(i)]}}`;
        });
        expect(filled).toBe(whole);
      }),
      { numRuns: 300, seed: 22 },
    );
  });
});
