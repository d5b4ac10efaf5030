import { print } from '../math/format';
import type { Role } from '../math/role';
import { sameValue, type Matrix, type Value, type Vector } from '../math/value';
import { BadValue, readMatrix, readNumber, readVector } from './read';

/** How the reader changes a given. */
export type Control = 'number' | 'vector' | 'matrix' | 'choice' | 'boolean' | 'text';

/** One given of an exercise: its default, its range, its link syntax and its control. */
export interface Param<T extends Value = Value> {
  readonly control: Control;
  /** The visible label, in words or as the name itself. */
  readonly label: string;
  /** The label is words that run on into the field, `blocks of 2`: no equals sign between. */
  readonly phrase?: boolean;
  readonly role?: Role;
  readonly default: T;
  /** Range of a number, for sliders and dragging; both ends included. */
  readonly min?: number;
  readonly max?: number;
  /** A number without a fraction. */
  readonly whole?: boolean;
  /** Step of a number for the arrow keys and for dragging. */
  readonly step?: number;
  /** A number that changes over orders of magnitude is dragged on a log scale. */
  readonly logarithmic?: boolean;
  /** Fewest and most entries of a vector. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Most rows and columns of a matrix. */
  readonly maxRows?: number;
  readonly maxColumns?: number;
  /** The words a choice chooses from, with what the reader sees for each. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Reads link syntax. Throws {@link BadValue} with a sentence for the reader. */
  parse(text: string): T;
  /** Writes link syntax. */
  print(value: T): string;
}

export type Params = Readonly<Record<string, Param>>;

/** The values of a set of params, by name. */
export type ValuesOf<P extends Params> = {
  readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never;
};

/** Values whose params are not known here. */
export type Values = Readonly<Record<string, Value>>;

interface Common {
  readonly label: string;
  readonly phrase?: boolean;
  readonly role?: Role;
}

interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly logarithmic?: boolean;
}

function checkRange(x: number, { min = -Infinity, max = Infinity }: Range): number {
  if (x < min || x > max) {
    if (max === Infinity) throw new BadValue(`must be at least ${print(min)}`);
    if (min === -Infinity) throw new BadValue(`must be at most ${print(max)}`);
    throw new BadValue(`must be from ${print(min)} to ${print(max)}`);
  }
  return x;
}

/** A real number, finite, within its range. */
export function number(spec: Common & Range & { default: number }): Param<number> {
  return {
    step: 0.1,
    ...spec,
    control: 'number',
    parse: (text) => checkRange(readNumber(text), spec),
    print,
  };
}

/** A whole number within its range. */
export function whole(spec: Common & Range & { default: number }): Param<number> {
  return {
    step: 1,
    ...spec,
    whole: true,
    control: 'number',
    parse(text) {
      const x = readNumber(text);
      if (!Number.isInteger(x)) throw new BadValue('must be a whole number');
      return checkRange(x, spec);
    },
    print,
  };
}

interface Entries {
  /** Range of every entry. */
  readonly entries?: Range;
  readonly step?: number;
}

/** A list of numbers, of a length from `minLength` to `maxLength`. */
export function vector(
  spec: Common & Entries & { default: Vector; minLength?: number; maxLength: number },
): Param<Vector> {
  const { minLength = 1, maxLength, entries = {} } = spec;
  return {
    ...spec,
    control: 'vector',
    parse(text) {
      const v = readVector(text);
      if (v.length < minLength || v.length > maxLength) {
        throw new BadValue(`has ${v.length} entries; ${minLength} to ${maxLength} fit here`);
      }
      v.forEach((x) => checkRange(x, entries));
      return v;
    },
    print,
  };
}

/** A table of numbers with rows of equal length, at most `maxRows` × `maxColumns`. */
export function matrix(
  spec: Common & Entries & { default: Matrix; maxRows: number; maxColumns: number },
): Param<Matrix> {
  const { maxRows, maxColumns, entries = {} } = spec;
  return {
    ...spec,
    control: 'matrix',
    parse(text) {
      const m = readMatrix(text);
      if (m.length > maxRows || m[0].length > maxColumns) {
        throw new BadValue(
          `is ${m.length} × ${m[0].length}; at most ${maxRows} × ${maxColumns} fits here`,
        );
      }
      m.flat().forEach((x) => checkRange(x, entries));
      return m;
    },
    print,
  };
}

/** One word of a list. */
export function choice<W extends string>(
  spec: Common & { default: W; choices: Readonly<Record<W, string>> },
): Param<W> {
  return {
    ...spec,
    control: 'choice',
    parse(text) {
      if (!Object.hasOwn(spec.choices, text)) {
        throw new BadValue(`must be one of ${Object.keys(spec.choices).join(', ')}`);
      }
      return text as W;
    },
    print: String,
  };
}

/** `true` or `false`. */
export function boolean(spec: Common & { default: boolean }): Param<boolean> {
  return {
    ...spec,
    control: 'boolean',
    parse(text) {
      if (text !== 'true' && text !== 'false') throw new BadValue('must be true or false');
      return text === 'true';
    },
    print,
  };
}

/** A line of text; `check` returns a sentence about what is wrong with it, or nothing. */
export function text(
  spec: Common & {
    default: string;
    maxLength: number;
    check?: (text: string) => string | undefined;
  },
): Param<string> {
  return {
    ...spec,
    control: 'text',
    parse(written) {
      if (written.length > spec.maxLength) {
        throw new BadValue(`is ${written.length} characters long; at most ${spec.maxLength} fit`);
      }
      const wrong = spec.check?.(written);
      if (wrong) throw new BadValue(wrong);
      return written;
    },
    print: String,
  };
}

/** The values a scene opens with. */
export function defaultsOf<P extends Params>(params: P): ValuesOf<P> {
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [name, param.default]),
  ) as ValuesOf<P>;
}

export const sameValues = (a: Values, b: Values): boolean =>
  Object.keys(a).every((name) => sameValue(a[name], b[name]));
