import { GAP, type Box } from '../../../src/author';
import type { Model } from './model';

/** The rows from the tape down; the first two and the last have a cell for each score. */
export const rows = ['scores', 'values', 'm', 'rescale', 'l', 'o', 'direct_weights'] as const;
export type Row = (typeof rows)[number];

/** Top left corner and width of a cell; all cells are `Layout.row` high. */
export interface Span {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where everything stands, in pixels of the picture. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  /** Height of a cell, and width of a score's cell. */
  readonly row: number;
  readonly cell: number;
  /** Where the rows' names begin; `terse` when what they mean does not fit. */
  readonly margin: number;
  readonly terse: boolean;
  /** How many lines the tape is broken into, and the top of a row in each. */
  readonly lines: number;
  top(line: number, row: Row): number;
  /** The cell of score i in a row. */
  score(i: number, row: Row): Span;
  /** The cell of a register after block b. */
  register(b: number, row: Row): Span;
  /** The cells of block b on the tape: one stretch for each line it runs over. */
  block(b: number): readonly Span[];
  /** The quotient o / l, and the direct mean to compare it with. */
  readonly out: Span;
  readonly direct: Span;
  /** What the sums are made of, and the line of float32. */
  readonly bars: Box;
  readonly numbers: Box;
  /** Base line of the sentence about the part pointed at. */
  readonly footer: number;
}

/** Sizes at unit 1. */
const BLOCK_GAP = 16;
const HEAD = 40;
const SECTION = 12;
const FOOTER = 36;
const PANEL = { least: 150, most: 200 };
const ROW = { least: 30, most: 56 };
const CELL = { least: 40, most: 168 };
const RESULTS = { gap: 30, width: 116 };
const NAMES = { terse: 34, full: 164 };

/** The tape in one line if its cells stay wide enough, else in several; two panels beneath. */
export function layoutOf(model: Model, width: number, height: number, unit: number): Layout {
  const narrow = width < 560 * unit;
  const results = narrow ? 0 : (RESULTS.gap + RESULTS.width) * unit;
  const { terse, lines, perLine, cell, used } = breakTape(model, width - results, narrow, unit);
  const names = (terse ? NAMES.terse : NAMES.full) * unit;
  const margin = narrow ? 0 : Math.max(0, (width - used - results) / 2);

  const panels = narrow ? 2 : 1;
  const spare = height - (panels * PANEL.least + FOOTER + (narrow ? 80 : 12)) * unit;
  const share = (spare / lines - (HEAD + 2 * SECTION) * unit) / rows.length;
  const spacing = Math.floor(Math.min(Math.max(share, ROW.least * unit), ROW.most * unit));
  const lineHeight = rows.length * spacing + (HEAD + 2 * SECTION) * unit;

  const top = (line: number, row: Row): number => {
    const index = rows.indexOf(row);
    const sections = index < 2 ? 0 : index < 6 ? 1 : 2;
    return line * lineHeight + (HEAD + sections * SECTION) * unit + index * spacing;
  };
  const lineOf = (i: number): number => Math.floor(i / perLine);
  const left = (i: number): number => {
    const first = lineOf(i) * perLine;
    const blocks = Math.floor(i / model.block) - Math.floor(first / model.block);
    return margin + names + (i - first) * (cell + GAP) + blocks * (BLOCK_GAP - GAP) * unit;
  };
  const stretches = (b: number, row: Row): readonly Span[] =>
    Array.from({ length: lines }, (_, line) => line).flatMap((line) => {
      const here = model.blocks[b].filter((i) => lineOf(i) === line);
      if (here.length === 0) return [];
      const x = left(here[0]);
      return [{ x, y: top(line, row), width: left(here[here.length - 1]) + cell - x }];
    });

  const bottom = lines * lineHeight;
  const right = left(perLine - 1) + cell + RESULTS.gap * unit;
  const result = RESULTS.width * unit;
  const out = narrow
    ? { x: names, y: bottom + 26 * unit, width: result }
    : { x: right, y: top(lines - 1, 'rescale'), width: result };
  const direct = narrow
    ? { ...out, x: names + result + 24 * unit }
    : { ...out, y: top(lines - 1, 'o') };

  const panelTop = narrow ? out.y + spacing + 34 * unit : bottom + 12 * unit;
  const free = (height - FOOTER * unit - panelTop) / panels;
  const panelHeight = Math.min(Math.max(free, PANEL.least * unit), PANEL.most * unit);
  const half = narrow ? width : width / 2;
  const panel = (n: 0 | 1): Box => ({
    x: narrow ? 0 : n * half,
    y: panelTop + (narrow ? n * panelHeight : 0),
    width: narrow ? width : half - 10 * unit,
    height: panelHeight,
  });
  const footer = panelTop + panels * panelHeight + 22 * unit;

  return {
    width,
    height: footer + (FOOTER - 22) * unit,
    unit,
    row: spacing - GAP,
    cell,
    margin,
    terse,
    lines,
    top,
    score: (i, row) => ({ x: left(i), y: top(lineOf(i), row), width: cell }),
    register(b, row) {
      // A block that runs over several lines has its registers where it ends.
      const { x, y, width: span } = stretches(b, row).at(-1)!;
      const wide = Math.min(span, CELL.most * unit);
      return { x: x + (span - wide) / 2, y, width: wide };
    },
    block: (b) => stretches(b, 'scores'),
    out,
    direct,
    bars: panel(0),
    numbers: panel(1),
    footer,
  };
}

interface Tape {
  readonly terse: boolean;
  readonly lines: number;
  readonly perLine: number;
  readonly cell: number;
  /** Width of the names and the cells together. */
  readonly used: number;
}

/** One line if its cells stay wide enough, if need be with terse names; else as few as do. */
function breakTape({ scores, block }: Model, width: number, narrow: boolean, unit: number): Tape {
  const fit = (lines: number, terse: boolean): Tape => {
    const perLine = Math.ceil(scores.length / lines);
    const gaps = Math.ceil(perLine / block) * (BLOCK_GAP - GAP) * unit;
    const beside = (terse ? NAMES.terse : NAMES.full) * unit + gaps;
    const room = Math.floor((width - beside - 12 * unit) / perLine) - GAP;
    const cell = Math.min(room, CELL.most * unit);
    return { terse, lines, perLine, cell, used: beside + perLine * (cell + GAP) };
  };
  const fits = ({ cell }: Tape): boolean => cell >= CELL.least * unit;
  const full = fit(1, false);
  if (!narrow && fits(full)) return full;
  for (let lines = 1; lines < scores.length; lines += 1) {
    const tape = fit(lines, true);
    if (fits(tape)) return tape;
  }
  return fit(scores.length, true);
}
