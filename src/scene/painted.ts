import type { Matrix } from '../math/value';
import { BadValue } from '../state/bad-value';
import { readTypedMatrix } from './mark-numbers';

/** What is painted on a grid of this size; nothing while it is blank, or where its text is no such matrix. */
export function readPainting(
  text: string,
  [rows, columns]: readonly [number, number],
): Matrix | undefined {
  try {
    const values = readTypedMatrix(text).value as Matrix;
    return values.length === rows && values[0].length === columns ? values : undefined;
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    return undefined;
  }
}
