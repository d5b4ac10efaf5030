import { isExact, MINUS, print, show, type Format } from '../math/format';
import { partsOf, type Display, type Notation } from './notation';

/** A number as it is set: a sign, its digits, a power of ten. */
export interface Numeral {
  readonly negative: boolean;
  /** Digits with a decimal point, `∞`, or the words for what is not a number. */
  readonly digits: string;
  /** The power of ten that multiplies the digits; `−7` is kept as a sign and digits. */
  readonly exponent?: { readonly negative: boolean; readonly digits: string };
}

/**
 * What binary arithmetic leaves of sums of ordinary size, the 6e-17 of 0.1 + 0.2 − 0.3: set as 0, and
 * no rounding. What is smaller still is a number of its own, such as e^−84.
 */
const isRoundOff = (x: number, format: Format): boolean =>
  format.kind === 'decimals' && Math.abs(x) <= 1e-14 && (x === 0 || Math.abs(x) >= 1e-18);

/** Whether a reader sees less than the number. */
export const isRounded = (x: number, display: Display): boolean =>
  display !== 'exact' && !isRoundOff(x, display) && !isExact(x, display);

/** Zeros behind the point say “rounded here”, so a number shown whole has none. */
const withoutIdleZeros = (text: string): string =>
  text.includes('.') ? text.replace(/\.?0+(?=e|$)/, '') : text;

/** A number whole; as a power of ten where nobody would count its noughts: `1e-5`, not `0.00001`. */
function exactly(x: number): string {
  const [plain, power] = [print(x), x.toExponential()];
  return Math.abs(x) < 1e-4 && power.length + 2 < plain.length ? power : plain;
}

/** The text of a number: `−0.341`, `2`, `1.16e−7`, `−∞`. */
export function numberText(x: number, display: Display): string {
  if (!Number.isFinite(x)) return show(x);
  if (display === 'exact') return exactly(x).replaceAll('-', MINUS);
  if (isRoundOff(x, display)) return '0';
  const text = show(x, display);
  return isRounded(x, display) ? text : withoutIdleZeros(text);
}

export function numeralOf(x: number, display: Display): Numeral {
  const text = numberText(x, display);
  const unsigned = (part: string) => ({
    negative: part.startsWith(MINUS),
    digits: part.replace(MINUS, ''),
  });
  if (!/\de/.test(text)) return unsigned(text);
  const [digits, exponent] = text.split('e');
  return { ...unsigned(digits), exponent: unsigned(exponent) };
}

/** Whether any number that stands in a notation is rounded. */
export const hasRounded = (notation: Notation): boolean =>
  notation.kind === 'number'
    ? notation.vanished === true || isRounded(notation.value, notation.display)
    : partsOf(notation).some(hasRounded);
