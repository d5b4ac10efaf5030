import { shown, usual, type Format } from '../math/format';
import { isMatrix, isVector, numbersOf, type Value } from '../math/value';
import { BadValue, readMatrix, readNumber, readVector } from '../state/read';
import type { Answer, Prediction, Slip } from './contract';

/** What is said of a prediction. */
export interface Mark {
  readonly verdict: 'right' | 'early' | 'slip' | 'wrong' | 'unreadable';
  readonly message: string;
  /** For vectors and matrices: which entries are right, in reading order. */
  readonly entries?: readonly boolean[];
}

type Closeness = 'right' | 'early' | 'wrong';

/** Marks what was typed against the answer; a wrong value that matches a slip gets its hint. */
export function mark<M>(
  prediction: Prediction,
  written: string,
  answer: Answer,
  slips: readonly Slip<M>[],
  model: M,
): Mark {
  let typed: Typed;
  try {
    typed = readPrediction(prediction.kind, written);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    return { verdict: 'unreadable', message: `This ${error.message}.` };
  }
  const wrongShape = compareShapes(typed.value, answer.value);
  if (wrongShape) {
    // Some slips lead to another shape, such as padding where none was asked for.
    const slip = slips.find((candidate) => matches(typed, candidate, answer, model));
    if (slip) return { verdict: 'slip', message: slip.hint };
    return { verdict: 'wrong', message: wrongShape };
  }

  const closeness = closenessOf(typed, answer.value, answer.format);
  if (closeness.every((c) => c === 'right')) {
    return { verdict: 'right', message: rightMessage(typed, answer) };
  }
  const entries = closeness.length > 1 ? closeness.map((c) => c !== 'wrong') : undefined;
  if (!closeness.includes('wrong')) {
    return {
      verdict: 'early',
      message: 'Right, but rounded early: the last place is off.',
      entries,
    };
  }
  const slip = slips.find((candidate) => matches(typed, candidate, answer, model));
  if (slip) return { verdict: 'slip', message: slip.hint, entries };
  return { verdict: 'wrong', message: nudge(closeness), entries };
}

function rightMessage({ decimals, digits }: Typed, { format = usual }: Answer): string {
  if (decimals.length === 0 || format.kind === 'integer') return 'Right.';
  if (format.kind === 'significant') return `Right, to ${counted(Math.min(...digits), 'digit')}.`;
  const least = Math.min(...decimals);
  return least === 0 ? 'Right.' : `Right, to ${counted(least, 'decimal')}.`;
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function nudge(closeness: readonly Closeness[]): string {
  const right = closeness.filter((c) => c !== 'wrong').length;
  const start = right > 0 ? `${right} of ${closeness.length} entries are right. ` : 'Not yet. ';
  return `${start}Unfold the first step and compare it with your own.`;
}

/** A prediction as typed: its value and the decimals typed for each of its numbers. */
interface Typed {
  readonly value: Value;
  readonly decimals: readonly number[];
  /** Significant digits typed, for answers shown in significant digits. */
  readonly digits: readonly number[];
}

function readPrediction(kind: Prediction['kind'], written: string): Typed {
  if (kind === 'choice') {
    if (written === '') throw new BadValue('is still open; choose one');
    return { value: written, decimals: [], digits: [] };
  }
  const readers: Record<string, (text: string) => Value> = {
    number: readNumber,
    vector: readVector,
    matrix: readMatrix,
  };
  const texts = written.split(/[,;]/).map((entry) => entry.trim());
  return {
    value: readers[kind](written),
    decimals: texts.map(decimalsTyped),
    digits: texts.map(digitsTyped),
  };
}

/** `0.660` has 3, `1.2e-3` has 4. */
function decimalsTyped(text: string): number {
  const [mantissa, exponent = '0'] = text.toLowerCase().replaceAll('−', '-').split('e');
  return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
}

function digitsTyped(text: string): number {
  const digits = text.toLowerCase().split('e')[0].replace(/[-−.]/g, '').replace(/^0+/, '');
  return Math.max(1, digits.length);
}

function compareShapes(typed: Value, answer: Value): string | undefined {
  const sizes = [typed, answer].map((value) => {
    if (isMatrix(value)) return `${value.length} × ${value[0].length}`;
    return isVector(value) ? `${value.length}` : '';
  });
  return sizes[0] === sizes[1]
    ? undefined
    : `The answer has another shape: yours is ${sizes[0]}, it is ${sizes[1]}.`;
}

function closenessOf(typed: Typed, truth: Value, format: Format = usual): Closeness[] {
  if (typeof truth === 'string' || typeof truth === 'boolean') {
    return [String(typed.value) === String(truth) ? 'right' : 'wrong'];
  }
  const numbers = numbersOf(typed.value);
  return numbersOf(truth).map((value, i) => close(numbers[i], value, format, typed, i));
}

/**
 * Right if it is a correct rounding of the value at the precision typed, which is two decimals (or
 * significant digits) at least unless the value has fewer; within two units of the last place shown
 * it counts as rounded early.
 */
function close(x: number, truth: number, format: Format, typed: Typed, i: number): Closeness {
  if (isSame(x, truth)) return 'right';
  if (!Number.isFinite(truth) || format.kind === 'integer') return 'wrong';
  const precision =
    format.kind === 'decimals'
      ? { typed: typed.decimals[i], unit: 10 ** -format.digits, at: (n: number) => 10 ** -n }
      : significantPrecision(truth, typed.digits[i], format.digits);
  const enough = precision.typed >= 2;
  const half = precision.at(precision.typed) / 2;
  // A little slack for halves that binary fractions cannot hold.
  if (enough && Math.abs(x - truth) <= half * (1 + 1e-9)) return 'right';
  if (
    enough &&
    Math.abs(shown(x, format) - shown(truth, format)) <= precision.unit * 2 * (1 + 1e-9)
  ) {
    return 'early';
  }
  return 'wrong';
}

/** Whether two numbers differ by no more than binary fractions do: 0.6 is 0.6000000000000001. */
const isSame = (x: number, truth: number): boolean =>
  Object.is(x, truth) ||
  x === truth ||
  Math.abs(x - truth) <= 1e-12 * Math.max(Math.abs(x), Math.abs(truth));

function significantPrecision(truth: number, typed: number, digits: number) {
  const magnitude = Math.floor(Math.log10(Math.abs(truth)));
  const at = (n: number): number => 10 ** (magnitude - n + 1);
  return { typed, unit: at(digits), at };
}

function matches<M>(typed: Typed, slip: Slip<M>, answer: Answer, model: M): boolean {
  if (slip.field !== answer.name) return false;
  const wrong = slip.value(model);
  if (wrong === undefined || compareShapes(typed.value, wrong)) return false;
  // A slip that gives the right answer at these numbers cannot be told from it.
  return closenessOf(typed, wrong, answer.format).every((c) => c !== 'wrong');
}
