import { decimals, show } from '../../../src/author';
import type { Prepared } from './filters';

/** Sums this near to 0, where light is from 0 to 1, count as 0. */
const NEAR = 0.05;

/** What a filter did to one plane of a picture, in a clause with what was measured. */
export function effectOf(
  before: ArrayLike<number>,
  filtered: ArrayLike<number>,
  width: number,
  { strength, signed }: Prepared,
): string {
  if (signed) {
    const flat = shareNear(filtered, NEAR / strength);
    const left = flat < 1 ? ': what is left are edges' : '';
    return `at ${percent(flat)} of the pixels the sum is within ${NEAR} of 0${left}`;
  }
  const [was, is] = [contrast(before, width), contrast(filtered, width) * strength];
  return was === 0
    ? 'no two neighbouring pixels differed before'
    : `neighbouring pixels differ by ${percent(is / was)} of what they did`;
}

function shareNear(numbers: ArrayLike<number>, limit: number): number {
  let near = 0;
  for (let i = 0; i < numbers.length; i += 1) if (Math.abs(numbers[i]) <= limit) near += 1;
  return near / numbers.length;
}

/** By how much neighbours in a row differ, in all. */
function contrast(plane: ArrayLike<number>, width: number): number {
  let sum = 0;
  for (let i = 1; i < plane.length; i += 1) {
    if (i % width > 0) sum += Math.abs(plane[i] - plane[i - 1]);
  }
  return sum;
}

/** 100 % is all of it, never what is rounded up to that. */
export const percent = (share: number): string =>
  `${share < 1 ? Math.min(99.9, Number((100 * share).toFixed(1))) : show(100 * share, decimals(0))}\u00a0%`;
