import type { Vector } from '../math/value';

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
   * What the program written there gave at these givens, where the exercise asks it for a list of
   * numbers; nothing until it has run.
   */
  recorded(answer: string): Vector | undefined;
}

/** Nothing is asked, or nothing is to be seen of it, as on paper. */
export const nothingPredicted: Predicted = {
  read: () => '',
  write: () => undefined,
  recorded: () => undefined,
};
