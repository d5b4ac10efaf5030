import * as fc from 'fast-check';
import {
  abs,
  add,
  divide,
  exp,
  multiply,
  negate,
  power,
  sqrt,
  subtract,
} from '../../../src/solution/arithmetic';
import { constant, given, named, type Expression } from '../../../src/solution/expression';

/** A description of an expression, from which it is built and, apart from that, evaluated. */
export type Tree =
  | { readonly kind: 'constant' | 'given' | 'named'; readonly value: number }
  | { readonly kind: 'power'; readonly base: Tree; readonly exponent: number }
  | { readonly kind: 'negate' | 'exp' | 'abs' | 'sqrt'; readonly body: Tree }
  | { readonly kind: 'subtract' | 'divide'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'add' | 'multiply'; readonly list: readonly Tree[] };

const tenths = fc.integer({ min: -40, max: 40 }).map((n) => n / 10);

export const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => {
  const tree = tie('tree');
  return {
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.record({ kind: fc.constantFrom('constant' as const, 'given' as const), value: tenths }),
      fc.record({
        kind: fc.constant('named' as const),
        value: fc.double({ min: -4, max: 4, noNaN: true }),
      }),
      fc.record({
        kind: fc.constant('power' as const),
        base: tree,
        exponent: fc.integer({ min: -1, max: 3 }),
      }),
      fc.record({
        kind: fc.constantFrom('negate' as const, 'exp' as const, 'abs' as const, 'sqrt' as const),
        body: tree,
      }),
      fc.record({
        kind: fc.constantFrom('subtract' as const, 'divide' as const),
        left: tree,
        right: tree,
      }),
      fc.record({
        kind: fc.constantFrom('add' as const, 'multiply' as const),
        list: fc.array(tree, { minLength: 2, maxLength: 3 }),
      }),
    ),
  };
}).tree;

/** The value of a tree; `leaf` says what its leaves count as. */
export function valueOfTree(tree: Tree, leaf: (tree: Tree & { value: number }) => number): number {
  const inner = (body: Tree) => valueOfTree(body, leaf);
  switch (tree.kind) {
    case 'constant':
    case 'given':
    case 'named':
      return leaf(tree);
    case 'power':
      return inner(tree.base) ** tree.exponent;
    case 'negate':
      return -inner(tree.body);
    case 'exp':
      return Math.E ** inner(tree.body);
    case 'abs':
      return Math.abs(inner(tree.body));
    case 'sqrt':
      return Math.sqrt(inner(tree.body));
    case 'subtract':
      return inner(tree.left) - inner(tree.right);
    case 'divide':
      return inner(tree.left) / inner(tree.right);
    case 'add':
      return tree.list.reduce((total, body) => total + inner(body), 0);
    case 'multiply':
      return tree.list.reduce((total, body) => total * inner(body), 1);
  }
}

/** The expression of a tree, with its names x_0, x_1, … and what they stand for. */
export function expressionOfTree(
  tree: Tree,
  names: Record<string, number> = {},
): Expression<number> {
  const inner = (body: Tree) => expressionOfTree(body, names);
  const fresh = (value: number) => {
    const name = `x_${Object.keys(names).length}`;
    names[name] = value;
    return name;
  };
  switch (tree.kind) {
    case 'constant':
      return constant(tree.value);
    case 'given':
      return given(fresh(tree.value), tree.value, { role: 'input', part: 'x' });
    case 'named':
      return named(fresh(tree.value), constant(tree.value));
    case 'power':
      return power(inner(tree.base), tree.exponent);
    case 'negate':
      return negate(inner(tree.body));
    case 'exp':
      return exp(inner(tree.body));
    case 'abs':
      return abs(inner(tree.body));
    case 'sqrt':
      return sqrt(inner(tree.body));
    case 'subtract':
      return subtract(inner(tree.left), inner(tree.right));
    case 'divide':
      return divide(inner(tree.left), inner(tree.right));
    case 'add':
      return add(...tree.list.map(inner));
    case 'multiply':
      return multiply(...tree.list.map(inner));
  }
}
