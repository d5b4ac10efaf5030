import type { Box, Frame } from '../../../src/author';
import type { Givens } from './model';

/** Narrower than this, the curve stands below the network. */
const SIDE_BY_SIDE = 640;
/** The names of the columns. */
const HEAD = 30;
/** A row of the network: as high as there is room for, within these. */
const ROW = { least: 34, most: 112 };
/** The least that a curve can be read at, and how much higher than wide it may be. */
const CURVE = 210;
const WHERE_IT_SCROLLS = 300;
const SLENDER = 1.15;

export interface Layout {
  /** The columns: inputs, weights, products; the bias stands below the products. */
  readonly x: readonly Box[];
  readonly w: readonly Box[];
  readonly products: readonly Box[];
  readonly bias: Box;
  readonly z: Box;
  readonly curve: Box;
  readonly head: number;
  readonly height: number;
}

/** A row for each input and one for the bias, the sum beside them, and the curve. */
export function layoutOf(count: number, { width, height, stage }: Frame<Givens>): Layout {
  const least = stage.grows ? WHERE_IT_SCROLLS : CURVE;
  const beside = width >= SIDE_BY_SIDE;
  const room = stage.grows ? Math.max(height, HEAD + (count + 1) * 60 + least) : height;
  const network = beside ? { width: 0.54 * width, height: room } : { width, height: room - least };
  const pitch = Math.max(ROW.least, Math.min(ROW.most, (network.height - HEAD - 10) / (count + 1)));
  const rows = pitch * (count + 1);
  const top = beside ? Math.max(HEAD, (room - rows) / 2) : HEAD;
  const size = { width: Math.min(92, network.width * 0.18), height: Math.min(62, pitch - 6) };
  const column =
    (share: number) =>
    (i: number): Box => ({
      x: share * (network.width - size.width - 8) + 4,
      y: top + pitch * (i + 0.5) - size.height / 2,
      ...size,
    });
  const list = (share: number): Box[] => Array.from({ length: count }, (_, i) => column(share)(i));
  const below = top + rows + 10;
  const right = width - network.width - 16;
  const tall = Math.min(room - 16, SLENDER * right);
  return {
    x: list(0),
    w: list(0.3),
    products: list(0.62),
    bias: column(0.62)(count),
    z: column(1)(count / 2),
    curve: beside
      ? { x: network.width + 12, y: (room - tall) / 2, width: right, height: tall }
      : { x: 4, y: below, width: width - 8, height: Math.max(least - 14, room - below - 4) },
    head: top - 10,
    height: beside ? Math.max(room, below) : Math.max(room, below + least),
  };
}
