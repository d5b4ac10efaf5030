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

/** The digits of a finite number under a format, with an ASCII minus and no negative zero. */
function digitsOf(x: number, format: Format): string {
  if (format.kind === 'integer') return String(Math.round(x) + 0);
  if (format.kind === 'decimals') {
    // Past 1e21 toFixed falls back to an exponent by itself.
    const text = x.toFixed(format.digits);
    return Number(text) === 0 ? (0).toFixed(format.digits) : text;
  }
  const nothing = x === 0 || Math.abs(x) < (format.negligible ?? 0);
  return nothing ? '0' : x.toPrecision(format.digits);
}

/** A number as a reader sees it: `−0.341`, `1.16e−7`, `−∞`, `not a number`. */
export function show(x: number, format: Format = usual): string {
  if (Number.isNaN(x)) return 'not a number';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : `${MINUS}∞`;
  return digitsOf(x, format).replace('e+', 'e').replaceAll('-', MINUS);
}

/** The number a reader would read off `show`: the rounding that was done to it. */
export function shown(x: number, format: Format = usual): number {
  return Number.isFinite(x) ? Number(digitsOf(x, format)) : x;
}

/** As `show`, but whole numbers and short decimals as they are: `2`, `0.5`, `0.707`. */
export function showShort(x: number, format: Format = usual): string {
  const text = show(x, format);
  return format.kind === 'decimals' && text.includes('.') && Number.isFinite(x)
    ? text.replace(/\.?0+$/, '')
    : text;
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
