import { MINUS } from '../../math/format';
import { BadValue } from '../../state/bad-value';
import { readNumber } from '../../state/read-number';
import { LARGEST_WEIGHT } from '../../train/edits';

/** A weight as a reader wrote it, or what is wrong with it, as the end of a sentence. */
export function writtenWeight(text: string): { value: number } | { fault: string } {
  try {
    const value = readNumber(text);
    if (Math.abs(value) <= LARGEST_WEIGHT) return { value };
    return { fault: `must be from ${MINUS}${LARGEST_WEIGHT} to ${LARGEST_WEIGHT}` };
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    return { fault: error.message };
  }
}
