import type { Value } from '../math/value';
import { Expression } from './expression';
import { entryAt } from './indexing';
import { partsOf, type Notation } from './notation';

/**
 * Parts are names that formula and picture share: `scores` is a matrix, `scores.1` its row 1,
 * `scores.1.0` a cell.
 */

/** The parts a notation names, each once. */
export function partsIn(notation: Notation, into = new Set<string>()): ReadonlySet<string> {
  if (notation.kind === 'marked' && notation.part) into.add(notation.part);
  for (const inner of partsOf(notation)) partsIn(inner, into);
  return into;
}

/** What a named expression stands for, else itself. */
const bodyOf = (expression: Expression): Expression => expression.details.body ?? expression;

/**
 * The parts an expression is computed from, as far as they are in the picture. Numbers say it to the
 * entry; a symbol (the column of a matrix) adds what no number stands for.
 */
export function sourcesOf(expression: Expression): string[] {
  const body = bodyOf(expression);
  const own = expression.details.part;
  const entries = [...partsIn(body.numbers)];
  const named = [...partsIn(body.symbols)].filter(
    (part) => !entries.some((entry) => entry === part || entry.startsWith(`${part}.`)),
  );
  return [...entries, ...named].filter((part) => part !== own);
}

/** The entry of a named array at these indices, with how it came about; nothing if none is known. */
export function entryWithin(
  array: Expression,
  path: readonly number[],
): Expression<number> | undefined {
  const entry = bodyOf(array).details.entry?.(path);
  if (!entry) return undefined;
  const cell = entryAt(array, path);
  return new Expression(
    cell.value,
    { symbols: () => cell.symbols, numbers: () => cell.shown },
    { ...cell.details, body: entry },
  );
}

/** Whether a value has an entry at these indices. */
export function hasEntry(value: Value, path: readonly number[]): boolean {
  let inner: unknown = value;
  for (const i of path) inner = Array.isArray(inner) ? (inner as unknown[])[i] : undefined;
  return typeof inner === 'number';
}
