import type { Role } from '../math/role';
import type { Comparison, Notation, NotationOf } from './notation';
import { unmarked } from './notation';
import { numeralOf, type Numeral } from './number';

/** How tightly a piece of writing holds together; what is looser than its position gets brackets. */
export const level = { relation: 0, sum: 1, big: 2, product: 3, power: 4, atom: 5 } as const;

/** A piece of writing. */
export interface Written {
  readonly text: string;
  readonly level: number;
  /** Begins with a minus that is not inside brackets, so no other sign may stand before it. */
  readonly minus?: boolean;
}

export const atom = (text: string): Written => ({ text, level: level.atom });

/** One way of writing: TeX or plain text. Operands come as written; brackets are its own. */
export interface Style {
  readonly plus: string;
  readonly minus: string;
  readonly negative: string;
  readonly dots: string;
  bracket(text: string): string;
  number(numeral: Numeral): Written;
  symbol(tex: string): Written;
  word(text: string): string;
  /** The sign between two factors. */
  times(sign: NotationOf<'product'>['sign'], left: Factor, right: Factor): string;
  quotient(above: Written, below: Written): Written;
  power(base: Written, exponent: Written): Written;
  root(body: Written): Written;
  fence(fence: NotationOf<'fence'>['fence'], body: Written): Written;
  call(tex: string, list: readonly string[]): Written;
  array(rows: readonly (readonly string[])[]): Written;
  table(heads: readonly string[], rows: readonly (readonly string[])[]): Written;
  /** What stands in the dots of a row left out. */
  readonly verticalDots: string;
  transposed(body: Written): Written;
  indexed(body: Written, subscripts: readonly string[]): Written;
  big(operator: 'sum' | 'product', index: string, from: string, to: string, body: string): string;
  relation(left: string, sign: Comparison, right: string): string;
  cases(branches: readonly { body: string; condition?: string }[]): string;
  since(body: string, condition: string): string;
  mark(text: string, role: Role | undefined, part: string | undefined): string;
}

/** A factor in its place, and what it was before it got there. */
export interface Factor {
  readonly text: string;
  readonly bracketed: boolean;
  readonly notation: Notation;
  /** Dots for the factors left out. */
  readonly elision?: boolean;
}

/** Brackets around what is looser than `least`. */
export function held(written: Written, least: number, style: Style): string {
  return written.level < least ? style.bracket(written.text) : written.text;
}

/** Up to `limit` items as they are; else the first `head`, dots, and the last. */
function elided<T>(items: readonly T[], limit: number, head: number): (T | undefined)[] {
  return items.length <= limit
    ? [...items]
    : [...items.slice(0, head), undefined, items[items.length - 1]];
}

const TERMS = { limit: 6, head: 3 };
const CELLS = { limit: 8, head: 6 };

function sum({ terms, unrolled }: NotationOf<'sum'>, style: Style): Written {
  const kept = elided(terms, unrolled ? TERMS.limit : Infinity, TERMS.head);
  let text = '';
  let minus = false;
  kept.forEach((term, i) => {
    if (!term) {
      text += style.plus + style.dots;
      return;
    }
    const body = print(term.body, style);
    if (term.negative) {
      text += (i === 0 ? style.negative : style.minus) + held(body, level.big, style);
      minus ||= i === 0;
    } else if (i === 0) {
      text += held(body, level.sum, style);
      minus = body.minus ?? false;
    } else {
      text += style.plus + (body.minus ? style.bracket(body.text) : held(body, level.sum, style));
    }
  });
  return { text, level: level.sum, minus };
}

function product(notation: NotationOf<'product'>, style: Style): Written {
  const { factors, sign, unrolled } = notation;
  const kept = elided(factors, unrolled ? TERMS.limit : Infinity, TERMS.head);
  const written = kept.map((factor, i): Factor => {
    if (!factor) {
      return { text: style.dots, bracketed: false, notation, elision: true };
    }
    const body = print(factor, style);
    // A Σ reaches as far to the right as it can, so only the last factor may be a bare one.
    const least = i === kept.length - 1 ? level.big : level.product;
    const bracketed = body.level < least;
    return { text: held(body, least, style), bracketed, notation: unmarked(factor) };
  });
  const text = written.reduce(
    (line, factor, i) =>
      i === 0 ? factor.text : line + style.times(sign, written[i - 1], factor) + factor.text,
    '',
  );
  return { text, level: level.product };
}

/** Rows and columns as strings; of many, the first ones, dots, and the last. */
function grid(rows: readonly (readonly Notation[])[], style: Style): string[][] {
  const columns = elided(rows[0] ?? [], CELLS.limit, CELLS.head).length;
  return elided(rows, CELLS.limit, CELLS.head).map((row) =>
    row
      ? elided(row, CELLS.limit, CELLS.head).map((cell) =>
          cell ? print(cell, style).text : style.dots,
        )
      : new Array<string>(columns).fill(style.verticalDots),
  );
}

/** Writes a notation in a style, with the brackets its positions call for. */
export function print(notation: Notation, style: Style): Written {
  const inner = (body: Notation): Written => print(body, style);
  switch (notation.kind) {
    case 'number':
      return style.number(numeralOf(notation.value, notation.display));
    case 'symbol':
      return style.symbol(notation.tex);
    case 'word':
      return atom(style.word(notation.text));
    case 'sum':
      return sum(notation, style);
    case 'product':
      return product(notation, style);
    case 'quotient':
      return style.quotient(inner(notation.above), inner(notation.below));
    case 'power':
      return style.power(inner(notation.base), inner(notation.exponent));
    case 'root':
      return style.root(inner(notation.body));
    case 'fence':
      return style.fence(notation.fence, inner(notation.body));
    case 'call':
      return style.call(
        notation.tex,
        elided(notation.arguments, TERMS.limit, TERMS.head).map((item) =>
          item ? inner(item).text : style.dots,
        ),
      );
    case 'array':
      return style.array(grid(notation.rows, style));
    case 'table':
      return style.table(
        notation.heads.map((head) => inner(head).text),
        grid(notation.rows, style),
      );
    case 'transposed':
      return style.transposed(inner(notation.body));
    case 'indexed':
      return style.indexed(
        inner(notation.body),
        notation.subscripts.map((subscript) => inner(subscript).text),
      );
    case 'big': {
      const { operator, index, from, to, body } = notation;
      const text = style.big(
        operator,
        index,
        inner(from).text,
        inner(to).text,
        held(inner(body), level.big, style),
      );
      return { text, level: level.big };
    }
    case 'relation': {
      const side = (body: Notation) => held(inner(body), level.sum, style);
      const text = style.relation(side(notation.left), notation.sign, side(notation.right));
      return { text, level: level.relation };
    }
    case 'cases': {
      const branches = notation.branches.map(({ body, condition }) => ({
        body: inner(body).text,
        condition: condition && inner(condition).text,
      }));
      return { text: style.cases(branches), level: level.relation };
    }
    case 'since':
      return inner(notation.body);
    case 'marked': {
      const body = inner(notation.body);
      return { ...body, text: style.mark(body.text, notation.role, notation.part) };
    }
  }
}

/** Writes a whole face of a line: here alone a branch taken says why it was. */
export function printFace(notation: Notation, style: Style): string {
  return notation.kind === 'since'
    ? style.since(print(notation.body, style).text, print(notation.condition, style).text)
    : print(notation, style).text;
}
