import type { Format } from '../math/format';
import type { Role } from '../math/role';

/** How a number is written: under a format, or with every digit it has. */
export type Display = Format | 'exact';

/** The signs a comparison can have. */
export type Comparison = '<' | '≤' | '=' | '≠' | '≥' | '>';

/** A term of a sum and the sign in front of it. */
export interface Term {
  readonly negative: boolean;
  readonly body: Notation;
}

/** One branch of a definition by cases; the last one has no condition. */
export interface Branch {
  readonly body: Notation;
  readonly condition?: Notation;
}

/**
 * What stands on paper: the structure of a formula before anything is said about fonts or
 * brackets. Both faces of an expression are notations, printed as TeX and as plain text by one
 * printer, so that a bracket needed in one cannot be missing in the other.
 */
export type Notation =
  /** `vanished`: too small for float64, so its value is 0 and it is not. */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly display: Display;
      readonly vanished?: boolean;
    }
  /** A running index stands for many numbers at once, so it names no one entry. */
  | { readonly kind: 'symbol'; readonly tex: string; readonly running?: boolean }
  | { readonly kind: 'word'; readonly text: string }
  /** `unrolled` sums stand for a Σ: long ones are elided. */
  | { readonly kind: 'sum'; readonly terms: readonly Term[]; readonly unrolled: boolean }
  | {
      readonly kind: 'product';
      readonly factors: readonly Notation[];
      readonly sign: 'implied' | 'dot' | 'elementwise';
      readonly unrolled: boolean;
    }
  | { readonly kind: 'quotient'; readonly above: Notation; readonly below: Notation }
  | { readonly kind: 'power'; readonly base: Notation; readonly exponent: Notation }
  | { readonly kind: 'root'; readonly body: Notation }
  | {
      readonly kind: 'fence';
      readonly fence: 'absolute' | 'norm' | 'floor';
      readonly body: Notation;
    }
  | { readonly kind: 'call'; readonly tex: string; readonly arguments: readonly Notation[] }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Notation[])[] }
  /** Columns of numbers under their heads. */
  | {
      readonly kind: 'table';
      readonly heads: readonly Notation[];
      readonly rows: readonly (readonly Notation[])[];
    }
  | { readonly kind: 'transposed'; readonly body: Notation }
  | { readonly kind: 'indexed'; readonly body: Notation; readonly subscripts: readonly Notation[] }
  | {
      readonly kind: 'big';
      readonly operator: 'sum' | 'product';
      readonly index: string;
      readonly from: Notation;
      readonly to: Notation;
      readonly body: Notation;
    }
  | {
      readonly kind: 'relation';
      readonly left: Notation;
      readonly sign: Comparison;
      readonly right: Notation;
    }
  | { readonly kind: 'cases'; readonly branches: readonly Branch[] }
  /** A branch taken and why; nested in anything else, only the branch is written. */
  | { readonly kind: 'since'; readonly body: Notation; readonly condition: Notation }
  /** Coloured by its role, and tied to its twin in the picture. */
  | {
      readonly kind: 'marked';
      readonly role?: Role;
      readonly part?: string;
      readonly body: Notation;
    };

export type NotationOf<K extends Notation['kind']> = Extract<Notation, { kind: K }>;

export const number = (value: number, display: Display): Notation => ({
  kind: 'number',
  value,
  display,
});

export const symbol = (tex: string): Notation => ({ kind: 'symbol', tex });

export const wordOf = (text: string): Notation => ({ kind: 'word', text });

/** The notation with its role and part, where it has any. */
export function marked(body: Notation, role?: Role, part?: string): Notation {
  return role || part ? { kind: 'marked', role, part, body } : body;
}

/** What is written, without what it is tied to. */
export function unmarked(notation: Notation): Notation {
  return notation.kind === 'marked' ? unmarked(notation.body) : notation;
}

/** The notations a notation is made of; conditions are not part of what is equal to anything. */
export function partsOf(notation: Notation): readonly Notation[] {
  switch (notation.kind) {
    case 'number':
    case 'symbol':
    case 'word':
      return [];
    case 'sum':
      return notation.terms.map((term) => term.body);
    case 'product':
      return notation.factors;
    case 'quotient':
      return [notation.above, notation.below];
    case 'power':
      return [notation.base, notation.exponent];
    case 'call':
      return notation.arguments;
    case 'array':
    case 'table':
      return notation.rows.flat();
    case 'indexed':
      return [notation.body, ...notation.subscripts];
    case 'relation':
      return [notation.left, notation.right];
    case 'cases':
      return notation.branches.map((branch) => branch.body);
    case 'root':
    case 'fence':
    case 'transposed':
    case 'big':
    case 'since':
    case 'marked':
      return [notation.body];
  }
}

/** A single row, as vectors are written. */
export const rowOf = (entries: readonly Notation[]): Notation => ({
  kind: 'array',
  rows: [entries],
});

/** Terms joined by plus; a sum of one term is that term, an empty one is 0. */
export function unrolledSum(bodies: readonly Notation[]): Notation {
  const terms = bodies.flatMap((body): readonly Term[] =>
    body.kind === 'sum' && body.unrolled ? body.terms : [{ negative: false, body }],
  );
  if (terms.length === 0) return number(0, 'exact');
  return terms.length === 1 && !terms[0].negative
    ? terms[0].body
    : { kind: 'sum', terms, unrolled: true };
}

/** Factors joined by a dot; a product of one factor is that factor, an empty one is 1. */
export function unrolledProduct(bodies: readonly Notation[]): Notation {
  const factors = bodies.flatMap((body): readonly Notation[] =>
    body.kind === 'product' && body.unrolled ? body.factors : [body],
  );
  if (factors.length === 0) return number(1, 'exact');
  return factors.length === 1
    ? factors[0]
    : { kind: 'product', factors, sign: 'dot', unrolled: true };
}
