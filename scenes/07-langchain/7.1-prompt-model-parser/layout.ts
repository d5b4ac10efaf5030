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
const CHAIN = { y: 12, height: 92 };
const MARKER = 56;

export function layoutOf({ width, height }: Frame<Givens>): Layout {
  const ends = width > 560;
  const way = ends ? ['input', ...STAGES, 'output'] : STAGES;
  const room = { x: MARGIN, y: CHAIN.y + 14, width: width - 2 * MARGIN, height: CHAIN.height - 14 };
  const share = room.width / way.length;
  const top = CHAIN.y + CHAIN.height + MARKER;
  return {
    places: layered(
      way.map((each) => [each]),
      room,
    ),
    nodeWidth: Math.min(130, share - 20),
    ends,
    chain: {
      x: room.x + (ends ? share * 1.06 : 0),
      y: CHAIN.y,
      width: ends ? share * 2.88 : room.width,
      height: CHAIN.height,
    },
    panel: { x: MARGIN, y: top, width: room.width, height: Math.max(160, height - top - 8) },
  };
}
