import type { Vector } from '../math/value';
import type { Plain } from '../sandbox/messages';

/**
 * What the reader has predicted so far, for pictures that show what would follow from it, right or
 * wrong. It is theirs: no step has to be unfolded for it to be seen.
 */
export interface Predicted {
  /** What stands in the field of an answer, in link syntax; empty where nothing does. */
  read(answer: string): string;
  /** Writes into that field, as painting in a picture does. */
  write(answer: string, text: string): void;
  /**
   * What the program written there gave at these givens, where the exercise records it; nothing
   * until it has run.
   */
  recorded(answer: string): Plain | undefined;
}

/** Nothing is asked, or nothing is to be seen of it, as on paper. */
export const nothingPredicted: Predicted = {
  read: () => '',
  write: () => undefined,
  recorded: () => undefined,
};

/** What was recorded, as a list of numbers; what is no number in it is NaN, which no picture draws. */
export const numbersIn = (recorded: Plain | undefined): Vector | undefined =>
  Array.isArray(recorded)
    ? (recorded as readonly Plain[]).map((entry) => (typeof entry === 'number' ? entry : NaN))
    : undefined;
