import type { Box, ScaleFrame } from '../../../src/author';
import { layers, type LayerName, type Maps, type Reading } from './reading';

/** Below this the maps stand under the pad, and half as many in a row. */
const NARROW = 430;
const TITLE = 22;
const TOOLS = 44;
const NOTE = 40;
const GAP = 10;
/** Between the pad and its buttons. */
const AFTER = 6;
/** Between maps, and on either side of them. */
export const SEAM = 4;
/** Between the filter and the shares. */
const APART = 16;
const FOOT = { least: 172, most: 230 };
const PAD = { least: 100, most: 190 };
/** A filter of 3 × 3 is as wide at least: its weights can be read. */
export const FILTER = 126;

/** Where the maps of a layer lie: side by side, in rows. */
export interface LayerBox {
  readonly name: LayerName;
  readonly maps: Maps;
  readonly columns: number;
  readonly rows: number;
  readonly box: Box;
}

export interface DigitLayout {
  readonly pad: Box;
  readonly tools: Box;
  readonly grid: Box;
  readonly layers: readonly LayerBox[];
  readonly filter: Box;
  readonly shares: Box;
  readonly height: number;
}

const square = (x: number, y: number, side: number): Box => ({ x, y, width: side, height: side });

/** The pad and the pixels at the left, or on a narrow stage above; then layer by layer, then what comes out. */
export function layOut({ maps }: Reading, { width, height }: ScaleFrame): DigitLayout {
  const narrow = width < NARROW;
  const left = narrow
    ? Math.min(PAD.most, (width - 2 * GAP) / 2)
    : Math.min(PAD.most, Math.max(PAD.least + 50, 0.22 * width));
  const below = TITLE + AFTER + TOOLS + GAP + TITLE + left + NOTE;
  const drawn = narrow ? left : Math.min(left, Math.max(PAD.least, height - below));
  const pad = square(0, TITLE, drawn);
  const tools = { x: 0, y: TITLE + drawn + AFTER, width: left, height: TOOLS };
  const grid = narrow
    ? square(width - left, TITLE, left)
    : square(0, tools.y + TOOLS + GAP + TITLE, left);
  const start = narrow ? tools.y + TOOLS + GAP + NOTE : 0;
  const x = narrow ? 0 : left + 2 * GAP;
  const room = width - x;
  const columns = narrow ? 8 : 16;
  const side = room / columns;
  let y = start;
  const placed = layers.map((name): LayerBox => {
    const rows = maps[name].count / columns;
    const box = { x, y: y + TITLE, width: room, height: rows * side };
    y += TITLE + box.height + 2;
    return { name, maps: maps[name], columns, rows, box };
  });
  const foot = Math.min(FOOT.most, Math.max(FOOT.least, height - y - GAP));
  const split = narrow ? room : Math.max(0.46 * room, FILTER);
  const filter = { x, y: y + GAP, width: split, height: narrow ? FOOT.least : foot };
  const shares = narrow
    ? { ...filter, y: filter.y + FOOT.least + GAP }
    : { x: x + split + APART, y: filter.y, width: room - split - APART, height: foot };
  const bottom = Math.max(grid.y + grid.height + NOTE, shares.y + shares.height);
  return { pad, tools, grid, layers: placed, filter, shares, height: bottom };
}

/** A map of a layer. */
export interface MapAt {
  readonly layer: LayerName;
  readonly index: number;
}

/** The map at a point of the picture. */
export function mapAt(layout: DigitLayout, at: { x: number; y: number }): MapAt | undefined {
  for (const { name, box, columns, rows } of layout.layers) {
    const column = Math.floor(((at.x - box.x) / box.width) * columns);
    const row = Math.floor(((at.y - box.y) / box.height) * rows);
    if (column >= 0 && column < columns && row >= 0 && row < rows) {
      return { layer: name, index: row * columns + column };
    }
  }
  return undefined;
}

/** Where an arrow key leads from a map: past the edge of a layer into the one above or below. */
export function mapByKey(layout: DigitLayout, from: MapAt, key: string): MapAt | undefined {
  const at = layout.layers.findIndex(({ name }) => name === from.layer);
  const { columns, maps } = layout.layers[at];
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  if (!Object.hasOwn(steps, key)) return undefined;
  const index = from.index + steps[key];
  if (index >= 0 && index < maps.count) return { layer: from.layer, index };
  const next = layout.layers.at(index < 0 ? Math.max(0, at - 1) : at + 1);
  if (!next || next.name === from.layer) return from;
  const column = from.index % columns;
  return { layer: next.name, index: index < 0 ? next.maps.count - columns + column : column };
}

export const boxOfMap = ({ box, columns, rows }: LayerBox, index: number): Box => ({
  x: box.x + ((index % columns) * box.width) / columns,
  y: box.y + (Math.floor(index / columns) * box.height) / rows,
  width: box.width / columns,
  height: box.height / rows,
});

/** The maps of a layer as one picture, row by row. */
export function tiled({ maps: { count, side, values }, columns }: LayerBox): Float32Array {
  const tiles = new Float32Array(values.length);
  for (let map = 0; map < count; map += 1) {
    const [row, column] = [Math.floor(map / columns), map % columns];
    for (let line = 0; line < side; line += 1) {
      const from = (map * side + line) * side;
      const to = ((row * side + line) * columns + column) * side;
      tiles.set(values.subarray(from, from + side), to);
    }
  }
  return tiles;
}
