import { layered, type Box, type Frame, type Graph } from '../../../src/author';
import type { Givens } from './model';
import { STAGES } from './recording';

export interface Layout {
  readonly places: Graph['places'];
  readonly nodeWidth: number;
  /** Whether there is room for the input and the output as nodes of their own. */
  readonly ends: boolean;
  /** Around the three parts. */
  readonly chain: Box;
  /** Below the chain. */
  readonly panel: Box;
}

const MARGIN = 14;
const TOP = 12;
const CHAIN = { least: 92, most: 132 };
const MARKER = 56;

export function layoutOf({ width, height }: Frame<Givens>): Layout {
  const ends = width > 560;
  const tall = Math.min(CHAIN.most, Math.max(CHAIN.least, height * 0.2));
  const way = ends ? ['input', ...STAGES, 'output'] : STAGES;
  const room = { x: MARGIN, y: TOP + 14, width: width - 2 * MARGIN, height: tall - 14 };
  const share = room.width / way.length;
  const top = TOP + tall + MARKER;
  return {
    places: layered(
      way.map((each) => [each]),
      room,
    ),
    nodeWidth: Math.min(130, share - 20),
    ends,
    chain: {
      x: room.x + (ends ? share * 1.06 : 0),
      y: TOP,
      width: ends ? share * 2.88 : room.width,
      height: tall,
    },
    panel: { x: MARGIN, y: top, width: room.width, height: Math.max(160, height - top - 8) },
  };
}
