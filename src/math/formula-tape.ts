import type { Formula, FunctionName, Operator } from './formula';

/** A node of some formulas, whose parts are positions on the tape before it. */
export type Entry =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: number }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: number;
      readonly right: number;
    };

/** Formulas in the order in which they are computed, equal parts of all of them once. */
export interface Tape {
  readonly entries: readonly Entry[];
  /** The position of each formula's value. */
  readonly results: readonly number[];
}

/** The positions of an entry's parts. */
export function partsOf(entry: Entry): readonly number[] {
  if (entry.kind === 'binary') return [entry.left, entry.right];
  return entry.kind === 'negate' || entry.kind === 'call' ? [entry.of] : [];
}

/** Lays formulas out as a tape. A value and its derivatives have most of their parts in common. */
export function tape(formulas: readonly Formula[]): Tape {
  const entries: Entry[] = [];
  const positions = new Map<string, number>();
  const position = (entry: Entry): number => {
    const key = Object.values(entry).join(' ');
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, entries.length);
    return entries.push(entry) - 1;
  };
  const lay = (f: Formula): number => {
    if (f.kind === 'number' || f.kind === 'variable') return position(f);
    if (f.kind !== 'binary') return position({ ...f, of: lay(f.of) });
    const { kind, operator } = f;
    return position({ kind, operator, left: lay(f.left), right: lay(f.right) });
  };
  return { results: formulas.map(lay), entries };
}

/** Whole powers up to this are written as products; beyond it, as any other power. */
const LARGEST_POWER = 1024;

/** The whole exponent of a power that is written as products. */
export function wholePower(entry: Entry, entries: readonly Entry[]): number | undefined {
  if (entry.kind !== 'binary' || entry.operator !== '^') return undefined;
  const exponent = entries[entry.right];
  if (exponent.kind !== 'number') return undefined;
  const { value } = exponent;
  return Number.isInteger(value) && Math.abs(value) <= LARGEST_POWER ? value : undefined;
}
