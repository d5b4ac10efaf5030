import { tiles, type Box, type Frame, type Graph } from '../../../src/author';
import type { Givens, Model } from './model';

export interface Layout {
  /** The rows of the three columns begin at their upper edges. */
  readonly columns: { readonly before: Box; readonly update: Box; readonly after: Box };
  readonly pitch: number;
  readonly places: Graph['places'];
  readonly nodeWidth: number;
  /** Where messages come out of the node. */
  readonly node: Box;
  readonly height: number;
  /** The box of a row of a column. */
  box(column: Box, i: number): Box;
}

const MARGIN = 12;
const GRAPH = 64;
const HEAD = 56;
const PITCH = { least: 24, most: 72 };
/** Below the longest column that can be dragged. */
const GRIP = 44;

export function layoutOf({ history, returns }: Model, { width, height }: Frame<Givens>): Layout {
  const top = GRAPH + HEAD;
  const room = { x: MARGIN, y: top, width: width - 2 * MARGIN, height: height - top };
  const [before, update, after] = tiles(room, 3, 60, width < 500 ? 10 : 28);
  const rows = Math.max(1, history + returns);
  const fits = Math.min(
    (room.height - 8) / rows,
    (room.height - GRIP) / Math.max(1, history, returns),
  );
  const pitch = Math.min(PITCH.most, Math.max(PITCH.least, fits));
  const box = (column: Box, i: number): Box => ({
    x: column.x,
    y: column.y + i * pitch,
    width: column.width,
    height: pitch - 4,
  });
  const middle = ({ x, width: wide }: Box) => ({ x: x + wide / 2, y: GRAPH / 2 + 6 });
  const node = middle(update);
  return {
    columns: { before, update, after },
    pitch,
    places: new Map([
      ['START', middle(before)],
      ['reply', node],
      ['END', middle(after)],
    ]),
    nodeWidth: Math.min(120, before.width),
    node: { x: node.x - 20, y: node.y - 10, width: 40, height: 20 },
    height: top + Math.max(rows * pitch, Math.max(history, returns) * pitch + GRIP),
    box,
  };
}
