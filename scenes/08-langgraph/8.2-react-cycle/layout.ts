import {
  layered,
  layersOf,
  type Box,
  type Frame,
  type Graph,
  type Place,
} from '../../../src/author';
import type { Givens, Model } from './model';
import type { Shape } from './recording';

/** Squares in rows, and the place after the last. */
export interface Squares {
  readonly x: number;
  readonly y: number;
  readonly pitch: number;
  readonly boxes: readonly Box[];
  readonly end: Place;
}

export interface Layout {
  readonly places: Graph['places'];
  readonly nodeWidth: number;
  /** Whether there is room for words on the edges. */
  readonly labelled: boolean;
  readonly script: Squares;
  readonly steps: Squares;
  readonly messages: Box;
  readonly height: number;
}

const MARGIN = 14;
const TITLE = 30;
/** Squares side by side, where there is room: the library's own limit fits in one row. */
const COLUMNS = 25;
/** Room for the handle after the last. */
const GRIP = 46;

export function layoutOf(model: Model, { width, height }: Frame<Givens>): Layout {
  const room = width - 2 * MARGIN;
  const pitch = Math.max(25, Math.min(33, (room - GRIP) / COLUMNS));
  const columns = Math.min(COLUMNS, Math.floor((room - GRIP) / pitch));
  const squares = (count: number, y: number): Squares => {
    const place = (i: number): Place => ({
      x: MARGIN + (i % columns) * pitch,
      y: y + Math.floor(i / columns) * pitch,
    });
    const last = place(count - 1);
    return {
      x: MARGIN,
      y,
      pitch,
      boxes: Array.from({ length: count }, (_, i) => ({
        ...place(i),
        width: pitch - 4,
        height: pitch - 4,
      })),
      end: { x: last.x + pitch + GRIP / 2 - 2, y: last.y + pitch / 2 - 2 },
    };
  };
  const bottomOf = ({ boxes }: Squares): number => boxes.at(-1)!.y + pitch;

  const tall = Math.max(120, Math.min(210, height * 0.33));
  const script = squares(model.tool_rounds + 1, tall + TITLE);
  const steps = squares(model.recursion_limit, bottomOf(script) + TITLE + 6);
  const top = bottomOf(steps) + 14;
  return {
    places: placesOf(model.recording.shape, { x: MARGIN, y: 0, width: room, height: tall }),
    nodeWidth: Math.min(120, room / 4),
    labelled: width > 600,
    script,
    steps,
    messages: { x: MARGIN, y: top, width: room, height: Math.max(76, height - top - 6) },
    height: top + 82,
  };
}

/** The nodes in a row, in the order in which they are reached, and END below the one that leads there. */
function placesOf({ nodes, edges }: Shape, { height, ...box }: Box): Map<string, Place> {
  const inRow = nodes.filter((node) => node !== '__end__');
  const row = edges.filter(({ to }) => to !== '__end__');
  const places = layered(layersOf(inRow, row), { ...box, height: height * 0.64 });
  const last = edges.find(({ to }) => to === '__end__');
  const above = last && places.get(last.from);
  return above ? places.set('__end__', { x: above.x, y: height - 24 }) : places;
}
