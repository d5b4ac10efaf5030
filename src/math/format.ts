import { isMatrix, isVector, isWords, type Value } from './value';

/** The typographic minus, U+2212: as wide as a digit, so columns of numbers stay put. */
export const MINUS = '−';

/** How a number is shown to a reader. Full precision is carried everywhere else. */
export type Format =
  | { readonly kind: 'decimals'; readonly digits: number }
  /** What is smaller than `negligible` is round-off and shown as 0. */
  | { readonly kind: 'significant'; readonly digits: number; readonly negligible?: number }
  | { readonly kind: 'integer' };

export const decimals = (digits: number): Format => ({ kind: 'decimals', digits });
export const significant = (digits: number, negligible = 0): Format => ({
  kind: 'significant',
  digits,
  negligible,
});
export const integer: Format = { kind: 'integer' };

/** Three decimals unless an exercise says otherwise. */
export const usual = decimals(3);

/** Past these a number is shown by its first digits and a power of ten: its decimals are noise. */
const ENORMOUS = { whole: 1e15, broken: 1e9 };

/** The digits of a finite number under a format, with an ASCII minus and no negative zero. */
function digitsOf(x: number, format: Format): string {
  if (x === 0) return format.kind === 'decimals' ? (0).toFixed(format.digits) : '0';
  if (format.kind === 'significant') {
    return Math.abs(x) < (format.negligible ?? 0) ? '0' : x.toPrecision(format.digits);
  }
  const enormous = Number.isInteger(x) ? ENORMOUS.whole : ENORMOUS.broken;
  if (Math.abs(x) >= enormous) return x.toPrecision(4);
  const text = x.toFixed(format.kind === 'integer' ? 0 : format.digits);
  // What is not 0 is never shown as 0.
  return Number(text) === 0 ? String(Number(x.toPrecision(2))) : text;
}

/** Digits as JavaScript writes them, as a reader sees them: `−1e6`. */
export const typeset = (digits: string): string => digits.replace('e+', 'e').replaceAll('-', MINUS);

/** A number as a reader sees it: `−0.341`, `1.16e−7`, `−∞`, `not a number`. */
export function show(x: number, format: Format = usual): string {
  if (Number.isNaN(x)) return 'not a number';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : `${MINUS}∞`;
  return typeset(digitsOf(x, format));
}

/** The number a reader would read off `show`: the rounding that was done to it. */
export function shown(x: number, format: Format = usual): number {
  return Number.isFinite(x) ? Number(digitsOf(x, format)) : x;
}

/** Whether the digits shown are the number itself; its last bits are allowed for, as in 0.1 + 0.2. */
export const isExact = (x: number, format: Format = usual): boolean =>
  !Number.isFinite(x) || Math.abs(shown(x, format) - x) <= 1e-12 * Math.abs(x);

/** What stands before a number as it is shown: it says whether anything was rounded. */
export const equalsSign = (x: number, format: Format = usual): '=' | '≈' =>
  isExact(x, format) ? '=' : '≈';

/** Digits that a number shown as it is may have. */
const SHORT = 6;

/** Few digits as they are, without idle zeros (`2`, `0.5`, `1e−7`); else as `show`: `0.707`. */
export function showShort(x: number, format: Format = usual): string {
  if (format.kind !== 'decimals' || !Number.isFinite(x)) return show(x, format);
  const short = Number(x.toPrecision(SHORT));
  // The last bits of 0.1 + 0.2 are no digits of it.
  if (Math.abs(short - x) > 1e-12 * Math.abs(x)) return show(x, format);
  const plain = print(short);
  return typeset(plain.length > 10 ? short.toExponential() : plain);
}

/** Plain digits at full precision, as links and `data-value` hold them; never a `+`. */
export function print(value: Value): string {
  if (typeof value === 'number') return String(Object.is(value, -0) ? 0 : value).replace('+', '');
  if (isMatrix(value)) return value.map((row) => row.map(print).join(',')).join(';');
  if (isVector(value)) return value.map(print).join(',');
  if (isWords(value)) return value.join(',');
  return String(value);
}

/** A value as a line of text for a reader: `1.660, 2.660; 2.609, 3.609`. */
export function showValue(value: Value, format: Format = usual): string {
  if (typeof value === 'number') return show(value, format);
  if (isMatrix(value)) {
    return value.map((row) => row.map((x) => show(x, format)).join(', ')).join('; ');
  }
  if (isVector(value)) return value.map((x) => show(x, format)).join(', ');
  if (isWords(value)) return value.join(', ');
  return String(value);
}
