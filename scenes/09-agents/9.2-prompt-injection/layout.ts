import { wrapped, type Box, type Unfolding } from '../../../src/author';
import type { Model } from './model';
import { LEGS, type Leg, type Run } from './recording';
import { piecesOf, sources } from './sources';

export interface Line {
  readonly text: string;
  /** Of an order, so set off. */
  readonly order: boolean;
}

/** A station of the order's way. */
export interface Station {
  readonly title: string;
  readonly part: string;
  readonly lines: readonly Line[];
  readonly box: Box;
  /** The leg that leads here: none to what comes from outside. */
  readonly leg?: Leg;
}

/** The way from the page to what leaves: four stations, and a gate before all but the first. */
export interface Layout {
  readonly stations: readonly Station[];
  /** The size of the type. */
  readonly size: number;
  readonly height: number;
}

/** Left and right of a text, above it with its title, and below it. */
export const PADDING = 10;
export const HEAD = 20;
const FOOT = 7;
const MARGIN = 14;
/** At the left, for the way itself. */
const RAIL = 26;
const GATE = { least: 34, most: 84 };

/** Type, the largest first. */
const SIZES = [18, 16, 14] as const;

/** In the largest type that has room; where none has, only the stations of the present step. */
export function layoutOf(model: Model, unfolding: Unfolding, room: Box): Layout {
  for (const size of SIZES) {
    const whole = arranged(model, room, size, 0, LEGS.length);
    if (whole.height <= room.height) return whole;
  }
  const leg = Math.min(LEGS.length, Math.max(1, Math.ceil(unfolding.t - 1e-9)));
  return arranged(model, room, SIZES[2], leg - 1, leg);
}

function arranged(model: Model, room: Box, size: number, first: number, last: number): Layout {
  const width = room.width - 2 * MARGIN - RAIL;
  const all = textsOf(model).slice(first, last + 1);
  const lines = all.map(({ texts }) =>
    texts.flatMap((text) => linesOf(text, width - 2 * PADDING, size)),
  );
  const heights = lines.map(({ length }) => HEAD + length * lineOf(size) + FOOT);
  const needed = heights.reduce((sum, height) => sum + height, 0);
  const gates = all.length - 1;
  const gate = Math.min(GATE.most, Math.max(GATE.least, (room.height - needed) / gates));
  let y = room.y;
  const stations = all.map((text, i): Station => {
    const box = { x: room.x + MARGIN + RAIL, y, width, height: heights[i] };
    y += heights[i] + gate;
    return { ...text, lines: lines[i], box };
  });
  return { stations, size, height: needed + gates * gate };
}

export const lineOf = (size: number): number => size + 5;

interface Text {
  readonly title: string;
  readonly part: string;
  readonly texts: readonly string[];
  readonly leg?: Leg;
}

function textsOf({ attack, here: { runs } }: Model): Text[] {
  const { page, calendar } = sources[attack];
  const heads = runs.length === 1 ? [''] : ['Mark forgotten: ', 'Mark heeded: '];
  const each = (text: (run: Run) => string): string[] => runs.map((run, i) => heads[i] + text(run));
  return [
    { title: 'From outside', part: 'page', texts: [`Page: ${page}`, `Calendar: ${calendar}`] },
    { title: 'What the model reads', part: 'read', texts: [runs[0].read], leg: 'read' },
    { title: 'What it wants', part: 'call', texts: each(({ call }) => call), leg: 'call' },
    {
      title: 'What leaves',
      part: 'left',
      texts: each(({ left }) => left ?? 'Nothing.'),
      leg: 'act',
    },
  ];
}

/** A text in lines; an order has lines of its own, and a code longer than a line is broken. */
function linesOf(text: string, width: number, size: number): Line[] {
  const long = new RegExp(`\\S{${Math.floor(width / (0.72 * size))}}`, 'g');
  return piecesOf(text).flatMap(({ text: piece, order }) =>
    wrapped(piece.replace(long, '$& '), width, size).map((line) => ({ text: line, order })),
  );
}
