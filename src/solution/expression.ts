import { usual, type Format } from '../math/format';
import type { Random } from '../math/random';
import type { Role } from '../math/role';
import { isMatrix, isVector, type Matrix, type Value, type Vector } from '../math/value';
import { marked, number, rowOf, symbol, wordOf, type Display, type Notation } from './notation';

/** What arithmetic works on. */
export type Numeric = number | Vector | Matrix;

/** What a quantity stands for and which part of the picture shows it. */
export interface Marks {
  readonly role?: Role;
  /** `Q`; its row 1 is the part `Q.1`, the entry in column 0 of it `Q.1.0`. */
  readonly part?: string;
}

interface Details extends Marks {
  /** How its numbers are shown; three decimals unless said. */
  readonly display?: Display;
  /** Its value is 0 only because float64 has nothing that small. */
  readonly vanished?: boolean;
  /** What a name stands for. */
  readonly body?: Expression;
  /** The part of an entry, where it is not simply the whole's part and the indices. */
  readonly cell?: (path: readonly number[]) => string | undefined;
  /** How the entry at these indices comes about, where each has a way of its own. */
  readonly entry?: (path: readonly number[]) => Expression<number> | undefined;
  /** For an identity: its two sides, with random numbers in place of its symbols. */
  readonly sides?: (random: Random) => readonly [Expression<number>, Expression<number>];
  /** How a word is read, where that is not the word itself. */
  readonly read?: string;
  /** What prose shows of it; symbols = value unless said. */
  readonly inline?: 'symbols' | 'value';
}

/**
 * One expression with three faces: symbols, numbers, value. Immutable; the value is computed once,
 * in float64, when the expression is built, and the two written faces only when they are asked for.
 */
export class Expression<out V extends Value = Value> {
  private writtenSymbols?: Notation;
  private writtenNumbers?: Notation;

  constructor(
    readonly value: V,
    private readonly faces: { symbols(): Notation; numbers(): Notation },
    readonly details: Details = {},
  ) {}

  get symbols(): Notation {
    return (this.writtenSymbols ??= this.faces.symbols());
  }

  get numbers(): Notation {
    return (this.writtenNumbers ??= this.faces.numbers());
  }

  get display(): Display {
    return this.details.display ?? usual;
  }

  /** The part of the picture that shows the entry at these indices. */
  cell(path: readonly number[]): string | undefined {
    if (this.details.cell) return this.details.cell(path);
    return this.details.part && [this.details.part, ...path].join('.');
  }

  /** The value as written: a number, an array of numbers, a word. */
  get shown(): Notation {
    const { role, part, read, vanished } = this.details;
    if (vanished)
      return marked({ kind: 'number', value: 0, display: this.display, vanished }, role, part);
    return marked(
      notationOf(read ?? this.value, this.display, (path) => this.cell(path)),
      role,
      part,
    );
  }
}

/** An expression, or a number written as it stands. */
export type Operand<V extends Value = Numeric> =
  Expression<V> | (V extends number ? number : never);

/** A value as it is written, every entry tied to its part of the picture. */
export function notationOf(
  value: Value,
  display: Display,
  cell: (path: readonly number[]) => string | undefined = () => undefined,
): Notation {
  const entry = (x: number, path: readonly number[]) =>
    marked(number(x, display), undefined, cell(path));
  if (typeof value === 'number') return number(value, display);
  if (isMatrix(value)) {
    return { kind: 'array', rows: value.map((row, i) => row.map((x, j) => entry(x, [i, j]))) };
  }
  if (isVector(value)) return rowOf(value.map((x, i) => entry(x, [i])));
  return wordOf(String(value));
}

/** A leaf: its symbol, and its value exactly as the reader wrote it. */
export function given(tex: string, value: number, marks?: Marks): Expression<number>;
export function given(tex: string, value: Matrix, marks?: Marks): Expression<Matrix>;
export function given(tex: string, value: Vector, marks?: Marks): Expression<Vector>;
export function given(tex: string, value: Numeric, marks: Marks = {}): Expression<Numeric> {
  const leaf: Expression<Numeric> = new Expression(
    value,
    { symbols: () => marked(symbol(tex), marks.role, marks.part), numbers: () => leaf.shown },
    { ...marks, display: 'exact' },
  );
  return leaf;
}

/**
 * A name for an expression: alone on a line it unfolds to what it stands for, in other expressions
 * it is its symbol, or its rounded value.
 */
export function named<V extends Value>(
  tex: string,
  body: Expression<V>,
  { format, ...marks }: Marks & { readonly format?: Format } = {},
): Expression<V> {
  const name: Expression<V> = new Expression(
    body.value,
    { symbols: () => marked(symbol(tex), marks.role, marks.part), numbers: () => name.shown },
    {
      ...marks,
      display: format ?? usual,
      read: body.details.read,
      vanished: body.details.vanished,
      body,
    },
  );
  return name;
}

/** A literal. */
export function constant(value: number): Expression<number> {
  const digits = () => number(value, 'exact');
  return new Expression(value, { symbols: digits, numbers: digits }, { display: 'exact' });
}

function letter(tex: string, value: number, running: boolean): Expression<number> {
  return new Expression(
    value,
    {
      symbols: () => ({ kind: 'symbol', tex, running }),
      numbers: () => number(value, 'exact'),
    },
    { display: 'exact' },
  );
}

/** An index held fixed: a letter in the symbols, its value in the numbers. */
export const index = (tex: string, value: number): Expression<number> => letter(tex, value, false);

/** An index at one of the values it runs through. */
export const runningIndex = (tex: string, value: number): Expression<number> =>
  letter(tex, value, true);

/** A verdict in words, as `cases` gives it; `read` is what a reader sees of it. */
export function word(text: string, read = text): Expression<string> {
  const written = () => wordOf(read);
  return new Expression(text, { symbols: written, numbers: written }, { read });
}

export function expressionOf<V extends Value>(operand: Operand<V>): Expression<V>;
export function expressionOf(operand: Expression | number): Expression {
  return typeof operand === 'number' ? constant(operand) : operand;
}

const inProse = <V extends Value>(
  expression: Expression<V>,
  inline: 'symbols' | 'value',
): Expression<V> =>
  new Expression(
    expression.value,
    { symbols: () => expression.symbols, numbers: () => expression.numbers },
    { ...expression.details, inline },
  );

/** In prose: the symbol alone. */
export const symbolOf = <V extends Value>(expression: Expression<V>): Expression<V> =>
  inProse(expression, 'symbols');

/** In prose: the value alone. */
export const valueOf = <V extends Value>(expression: Expression<V>): Expression<V> =>
  inProse(expression, 'value');
