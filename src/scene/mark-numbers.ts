import { shown, usual, type Format } from '../math/format';
import { isMatrix, isVector, numbersOf, type Value } from '../math/value';
import { numbersIn, writtenNumber, type WrittenNumber } from '../state/read';
import { bracketedCells, writtenCells } from '../state/read-table';
import { BadValue } from '../state/bad-value';

/** What was read off a field: its value, and how precisely each of its numbers was written. */
export interface Typed {
  readonly value: Value;
  readonly numbers: readonly WrittenNumber[];
}

const INFINITE = /^([-+−]?)\s*(∞|inf|infinity)$/i;

/** A number as people write it; unlike a given, a prediction may be infinite. */
function predictedNumber(text: string): WrittenNumber {
  const [, sign] = INFINITE.exec(text.trim()) ?? [];
  if (sign === undefined) return writtenNumber(text);
  const value = sign === '' || sign === '+' ? Infinity : -Infinity;
  return { value, decimals: Infinity, digits: Infinity };
}

const valuesOf = (row: readonly WrittenNumber[]): number[] => row.map(({ value }) => value);

export function readTypedNumber(text: string): Typed {
  const number = predictedNumber(text);
  return { value: number.value, numbers: [number] };
}

export function readTypedVector(text: string): Typed {
  const rows = numbersIn(bracketedCells(text) ?? [text.split(',')], predictedNumber);
  if (rows.length > 1 && rows[0].length > 1) {
    throw new BadValue(`has ${rows.length} rows; one fits here`);
  }
  const numbers = rows.flat();
  return { value: valuesOf(numbers), numbers };
}

export function readTypedMatrix(text: string): Typed {
  const rows = numbersIn(writtenCells(text), predictedNumber);
  return { value: rows.map(valuesOf), numbers: rows.flat() };
}

/**
 * How close a number is. `zero`: it rounds to the zero that was written, but it is not zero, and
 * that is what the answer is about.
 */
export type Closeness = 'right' | 'early' | 'zero' | 'wrong';

/** How close each number is; nothing where the shapes differ. */
export function closenessOf(
  typed: Typed,
  truth: Value,
  format: Format = usual,
): Closeness[] | undefined {
  if (shapeOf(typed.value) !== shapeOf(truth)) return undefined;
  return numbersOf(truth).map((value, i) => close(typed.numbers[i], value, format));
}

/** `3`, `2 × 2`; empty for a single number. */
export function shapeOf(value: Value): string {
  if (isMatrix(value)) return `${value.length} × ${value[0].length}`;
  return isVector(value) ? `${value.length}` : '';
}

/** Fewer digits than these say too little, unless fewer are shown. */
const LEAST = 2;

/** For halves that binary fractions cannot hold, and round-off on the way to the answer. */
const SLACK = 1e-9;
const ROUND_OFF = 1e-12;

/**
 * Right if it is a correct rounding of the value at the precision written, which is two decimals (or
 * significant digits) at least unless the value has fewer; ties count either way. Within two units
 * of the last place shown it was rounded early. Whole numbers are right or wrong.
 */
function close(typed: WrittenNumber, truth: number, format: Format): Closeness {
  const { value: x } = typed;
  if (format.kind === 'integer') {
    const whole = Math.round(truth);
    return x === truth || (x === whole && isSame(x, truth)) ? 'right' : 'wrong';
  }
  if (!Number.isFinite(truth) || !Number.isFinite(x)) return x === truth ? 'right' : 'wrong';
  if (isSame(x, truth)) return 'right';
  const { written, unit, place } = precision(typed, truth, format);
  if (written < Math.min(LEAST, format.digits)) return 'wrong';
  if (Math.abs(x - truth) <= (place(written) / 2) * (1 + SLACK)) {
    return x === 0 && shown(truth, format) !== 0 ? 'zero' : 'right';
  }
  const apart = Math.abs(shown(x, format) - shown(truth, format));
  return apart <= 2 * unit * (1 + SLACK) && x !== 0 ? 'early' : 'wrong';
}

/** How many places were written, the unit of the last place shown, and the unit of any place. */
function precision(
  { decimals, digits }: WrittenNumber,
  truth: number,
  format: Exclude<Format, { kind: 'integer' }>,
) {
  const magnitude = format.kind === 'decimals' ? -1 : Math.floor(Math.log10(Math.abs(truth)));
  const place = (n: number): number => 10 ** (magnitude - n + 1);
  const written = format.kind === 'decimals' ? decimals : digits;
  return { written, unit: place(format.digits), place };
}

/** Whether two numbers differ by no more than binary fractions do: 0.6 is 0.6000000000000001. */
const isSame = (x: number, truth: number): boolean =>
  Math.abs(x - truth) <= ROUND_OFF * Math.max(Math.abs(x), Math.abs(truth)) ||
  (x === 0 && Math.abs(truth) < ROUND_OFF);

/** How close the answer is known to be: `to 3 decimals`. */
export function precisionReached({ numbers }: Typed, format: Format = usual): string {
  if (format.kind === 'integer') return '';
  const kind = format.kind === 'decimals' ? 'decimals' : 'digits';
  const least = Math.min(...numbers.map((number) => number[kind]));
  if (least === Infinity || least === 0) return '';
  return `to ${least} ${format.kind === 'decimals' ? 'decimal' : 'digit'}${least === 1 ? '' : 's'}`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The rule by which an answer of this format is marked, as it stands at the field. */
export function precisionRule(format: Format = usual, several = false): string {
  if (format.kind === 'integer' || (format.kind === 'decimals' && format.digits === 0)) {
    return several ? 'whole numbers' : 'whole number';
  }
  const count = WORDS[format.digits] ?? String(format.digits);
  const plural = format.digits === 1 ? '' : 's';
  const rule =
    format.kind === 'decimals'
      ? `to ${count} decimal${plural}`
      : `${several ? 'to ' : ''}${count} significant digit${plural}`;
  return several ? `each ${rule}` : rule;
}
