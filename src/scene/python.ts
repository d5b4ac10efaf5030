import { integer, print, showValue, type Format } from '../math/format';
import { isMatrix, isVector, isWords, type Value } from '../math/value';
import type { Answer } from './contract';

/** A number as Python writes a float: `1.0`, `-0.5`, `1e-05`, `float("-inf")`. */
export function pythonFloat(x: number): string {
  if (!Number.isFinite(x)) return `float("${Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf'}")`;
  return Number.isInteger(x) && Math.abs(x) < 1e16 ? x.toFixed(1) : print(x);
}

/** A value as Python writes it, numbers as floats: `[[1.0, 0.5]]`, `True`, `"word"`. */
export function python(value: Value): string {
  if (typeof value === 'number') return pythonFloat(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  const entries: readonly Value[] = value;
  return `[${entries.map(python).join(', ')}]`;
}

/** A result as Python would print it, rounded as the page rounds it. */
export function pythonResult(value: Value, format?: Format): string {
  const text = (x: Value): string => showValue(x, format).replaceAll('−', '-');
  if (isMatrix(value)) return `[${value.map((row) => `[${text(row)}]`).join(', ')}]`;
  if (isVector(value) || isWords(value)) return `[${text(value)}]`;
  if (typeof value === 'boolean') return python(value);
  return text(value);
}

/** Whole numbers as they are, in Python: `[2, 5]`. */
export const pythonWhole = (value: Value): string => pythonResult(value, integer);

/** Stands where a result will stand once a step has revealed it. */
export const FOLDED = '…';

/** Results for the comments of a listing: an answer as Python prints it once it is shown. */
export const resultsOf =
  (answers: readonly Answer[], shows: (name: string) => boolean) =>
  (name: string): string => {
    const answer = answers.find((each) => each.name === name);
    return answer && shows(name) ? pythonResult(answer.value, answer.format) : FOLDED;
  };
