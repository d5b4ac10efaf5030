import { gapOf, lengthOf, type Frame, type Grid } from '../../../src/author';

/** Where the three tables stand, and what is written around them. */
export interface Layout {
  readonly scores: Grid;
  readonly mask: Grid;
  readonly weights: Grid;
  /** Whether each table is on a line of its own, with its tokens beside it. */
  readonly stacked: boolean;
  /** Room at the right of the weights, for what each row predicts. */
  readonly notes: number;
  readonly height: number;
}

/** Above a table: its name, and the numbers of its columns. */
export const HEAD = 46;
/** At its left: the tokens of its rows. */
export const LABEL = 82;
/** Between the scores and the mask, for the sign. */
const SIGN = 44;
/** From the middle of the scores to that of the mask, for their names. */
const NAMES = 180;
/** Between the lines, for the arrow. */
const BAND = 34;
/** Between two tables of which one stands below the other. */
const ASIDE = 12;
/** Below the weights, for the verdict. */
const FOOT = 30;
const LARGEST = 72;
const SMALLEST = { width: 18, height: 18 };
/** In a narrower room each table has a line of its own. */
const NARROW = 420;

/** Scores and mask side by side over the weights; in a narrow room one below the other. */
export function layout(
  n: number,
  { width, height }: Pick<Frame<unknown>, 'width' | 'height'>,
): Layout {
  const across = (room: number, tables: number): number => (room - 8) / (tables * n);
  const beside = across(width - LABEL - SIGN, 2);
  const stacked = width < NARROW || beside < SMALLEST.width + 2;
  const lines = stacked ? 3 : 2;
  const around = lines * HEAD + BAND + FOOT + (stacked ? ASIDE : 0);
  const wide = Math.min(LARGEST, stacked ? across(width - LABEL, 1) : beside);
  const high = Math.max(
    Math.min(wide, stacked ? 34 : SMALLEST.height),
    Math.min(wide, (height - around) / (lines * n)),
  );
  const gap = gapOf(high);
  const cell = {
    width: Math.max(SMALLEST.width, Math.floor(Math.min(wide, 1.5 * high) - gap)),
    height: Math.max(SMALLEST.height, Math.floor(high - gap)),
  };
  const long = lengthOf(n, cell.width, gap);
  const tall = lengthOf(n, cell.height, gap);
  const used = around + lines * tall;
  const top = Math.max(0, (height - used) / 2);
  const grid = (x: number, y: number): Grid => ({ x, y, cell, gap, rows: n, columns: n });

  if (stacked) {
    const x = LABEL + Math.max(0, (width - LABEL - 8 - long) / 2);
    const y = (line: number): number => top + HEAD + line * (HEAD + tall);
    const weights = grid(x, y(2) + ASIDE + BAND);
    return {
      ...{ scores: grid(x, y(0)), mask: grid(x, y(1) + ASIDE), weights, stacked },
      notes: width - 8 - x - long,
      height: used,
    };
  }
  // Tables of few columns are narrower than their names.
  const sign = Math.max(SIGN, NAMES - long);
  const whole = LABEL + 2 * long + sign;
  const x = LABEL + Math.max(0, (width - whole - 8) / 2);
  const right = x + long + sign;
  const below = top + 2 * HEAD + tall + BAND;
  return {
    scores: grid(x, top + HEAD),
    mask: grid(right, top + HEAD),
    weights: grid(x, below),
    stacked,
    notes: width - 8 - x - long,
    height: used,
  };
}
