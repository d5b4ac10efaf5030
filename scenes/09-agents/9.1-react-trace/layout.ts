import { wrapped, type Box, type Unfolding } from '../../../src/author';
import { LINES, type Kind, type Line } from './agent';
import type { Model } from './model';
import { nameOf } from './trace-order';

/** A line of the trace as it is drawn. */
export interface Row {
  readonly line: Line;
  readonly kind: Kind;
  readonly name: string;
  readonly texts: readonly string[];
  readonly box: Box;
  /** How far it has come, 0 to 1. */
  readonly shown: number;
}

export interface Layout {
  readonly rows: readonly Row[];
  /** The size of the type. */
  readonly size: number;
  /** For what a search has found. */
  readonly index: Box;
}

const MARGIN = 12;
/** At the left, for lines from a search to what it has found. */
export const RAIL = 20;
/** At the right, for the button that leaves a line out. */
export const CUT = 30;
/** The names of the kinds. */
export const NAME = 104;
const PADDING = 8;
/** Room for what a search has found, at least. */
const INDEX = 76;
const SIZES = [16, 14] as const;

/** The rows of the run that the step speaks of, in large type where there is room. */
export function layoutOf(
  model: Model,
  unfolding: Unfolding,
  width: number,
  height: number,
): Layout {
  const large = arranged(model, unfolding, width, height, SIZES[0]);
  return large.index.height >= INDEX ? large : arranged(model, unfolding, width, height, SIZES[1]);
}

function arranged(
  { trace, brokenTrace }: Model,
  unfolding: Unfolding,
  width: number,
  height: number,
  size: number,
): Layout {
  const broken = unfolding.t > unfolding.at('broken') - 1 + 1e-9;
  const { lines } = broken ? brokenTrace : trace;
  const left = MARGIN + RAIL;
  const texts = lines.map(({ text }) =>
    wrapped(text, width - left - MARGIN - NAME - CUT - PADDING, size),
  );
  const line = size + 4;
  const count = texts.flat().length;
  // What is left over opens the rows.
  const spare = (height - INDEX * 1.6 - count * line) / lines.length;
  const pad = Math.max(8, Math.min(16, spare * 0.6));
  let y = 6;
  const rows = lines.map((each, i): Row => {
    const box = {
      x: left,
      y,
      width: width - left - MARGIN,
      height: texts[i].length * line + pad,
    };
    y += box.height + Math.max(5, pad * 0.6);
    return {
      line: each,
      kind: LINES[each.id],
      name: nameOf(each.id),
      texts: texts[i],
      box,
      shown: shownAt(i, lines.length, broken, unfolding),
    };
  });
  return {
    rows,
    size,
    index: { x: left, y: y + 4, width: width - left - MARGIN, height: height - y - 8 },
  };
}

/** Three lines in each of two steps, then the rest; a broken run in one. */
function shownAt(i: number, count: number, broken: boolean, unfolding: Unfolding): number {
  if (broken) return unfolding.sweep('broken', i, count);
  if (i < 3) return unfolding.sweep('first', i, 3);
  if (i < 6) return unfolding.sweep('second', i - 3, 3);
  return unfolding.sweep('answer', i - 6, count - 6);
}
