import type { Value } from '../math/value';
import { BadValue } from '../state/bad-value';
import { closenessOf, precisionReached, shapeOf, type Closeness, type Typed } from './mark-numbers';
import type { Asked, Mark } from './prediction-kind';

/** What cannot be read is said, and is never wrong. */
export function readable<T>(read: () => T, marked: (typed: T) => Mark): Mark {
  let typed: T;
  try {
    typed = read();
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    const quotes = error.message.startsWith('“');
    return { verdict: 'unreadable', message: `${quotes ? '' : 'This '}${error.message}.` };
  }
  return marked(typed);
}

/** The known wrong way that led to a value, if there is one: what is said of it. */
export function slipMark(
  value: Value,
  { prediction, slips, model }: Asked,
  isLike: (wrong: Value) => boolean,
): Mark | undefined {
  const slip = slips.find((candidate) => {
    if (candidate.field !== prediction.answer) return false;
    if (candidate.matches) return candidate.matches(value, model);
    const wrong = candidate.value(model);
    return wrong !== undefined && isLike(wrong);
  });
  return slip && { verdict: 'slip', message: slip.hint, highlights: slip.highlights };
}

/** Marks a word: right or wrong, and perhaps a known wrong way. */
export function markWord(word: string, asked: Asked): Mark {
  const { value } = asked.answer;
  if (word === String(value)) return { verdict: 'right', message: 'Right.' };
  const slip = slipMark(word, asked, (wrong) => word === String(wrong));
  return slip ?? { verdict: 'wrong', message: 'Not yet.' };
}

/** Marks numbers one by one: a single one, a list or a table. */
export function markNumbers(typed: Typed, asked: Asked): Mark {
  const { value, format } = asked.answer;
  const slip = (): Mark | undefined =>
    slipMark(
      typed.value,
      asked,
      // A slip that gives the right answer at these numbers cannot be told from it.
      (wrong) => closenessOf(typed, wrong, format)?.every((c) => c !== 'wrong') ?? false,
    );

  const closeness = closenessOf(typed, value, format);
  // Some slips lead to another shape, such as padding where none was asked for.
  if (!closeness) return slip() ?? { verdict: 'wrong', message: otherShape(typed.value, value) };
  if (closeness.every((c) => c === 'right')) {
    const reached = precisionReached(typed, format);
    return { verdict: 'right', message: reached ? `Right, ${reached}.` : 'Right.' };
  }
  const entries = closeness.length > 1 ? closeness.map((c) => c !== 'wrong') : undefined;
  if (closeness.includes('wrong')) {
    const said = slip() ?? { verdict: 'wrong', message: howMany(closeness) };
    return { ...said, entries };
  }
  if (closeness.includes('zero')) {
    const message = 'Small, but not 0: write its first digits, such as 1.5e-7.';
    return { verdict: 'unreadable', message };
  }
  const message = 'Right, but rounded early: the last place is off.';
  return { verdict: 'early', message, entries };
}

function otherShape(typed: Value, truth: Value): string {
  const [yours, wanted] = [typed, truth].map((value) => shapeOf(value) || 'a single number');
  return `The answer has another shape: yours is ${yours}, it should be ${wanted}.`;
}

function howMany(closeness: readonly Closeness[]): string {
  const right = closeness.filter((c) => c !== 'wrong').length;
  if (right === 0) return 'Not yet.';
  return `${right} of ${closeness.length} entries ${right === 1 ? 'is' : 'are'} right.`;
}

/** An answer that is numbers, as it would be written: no typographic minus, no spaces. */
export const plainDigits = (shown: string): string =>
  shown.replaceAll('−', '-').replaceAll(/([,;]) /g, '$1');

/** Whether there is anything to mark in what was written, beyond the shape of a table. */
export const isWritten = (text: string): boolean => /[^,;\s]/.test(text);
