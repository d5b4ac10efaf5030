import { show, significant, svg, type Box, type SVGTemplateResult } from '../../../src/author';

/** Flash attention over as many scores: an N × N table in tiles of B × B. */
export interface Walk {
  /** Tokens, N: the side of the table. */
  readonly tokens: number;
  /** B: the side of a tile. */
  readonly side: number;
  /** Tiles along one side of the table. */
  readonly across: number;
  readonly tiles: number;
  /** Numbers kept at once: the whole table, against one tile and m and l of every row. */
  readonly naive: number;
  readonly flash: number;
}

/** A table of about `count` scores in tiles of about `tile`. */
export function walkOf(count: number, tile: number): Walk {
  const tokens = Math.floor(Math.sqrt(count));
  const side = Math.min(tokens, Math.floor(Math.sqrt(tile)));
  const across = Math.ceil(tokens / side);
  return {
    tokens,
    side,
    across,
    tiles: across * across,
    naive: tokens * tokens,
    flash: side * side + 2 * tokens,
  };
}

/** Ticks of the clock: a tile each, or several where there are too many to watch. */
export const ticksOf = ({ tiles }: Walk): number => Math.min(tiles, 600);

/** How many tiles are done at tick t. */
export const tilesDone = (walk: Walk, t: number): number =>
  Math.min(walk.tiles, Math.floor((t / ticksOf(walk)) * walk.tiles + 1e-9));

const BYTES = 4;
/** Room for the text beside the squares, and between them. */
const TEXT = 132;
const GAP = 14;

/** `33 KiB`. */
export function memory(numbers: number): string {
  const bytes = numbers * BYTES;
  if (bytes < 1024) return `${bytes} bytes`;
  const unit = bytes < 1024 ** 2 ? 'KiB' : 'MiB';
  const size = bytes / (unit === 'KiB' ? 1024 : 1024 ** 2);
  return `${size >= 100 ? Math.round(size) : Number(show(size, significant(2)))} ${unit}`;
}

const count = (n: number): string => n.toLocaleString('en');

/** The table with the tiles that were walked, and both methods' memory at one scale. */
export function drawWalk(walk: Walk, t: number, box: Box): SVGTemplateResult {
  const share = Math.sqrt(walk.flash / walk.naive);
  const room = box.width - TEXT - 2 * GAP;
  const size = Math.min(box.height - 34, room / (1 + share));
  const [x, y] = [box.x, box.y + 30];
  const done = tilesDone(walk, t);
  const tile = (walk.side / walk.tokens) * size;
  const rows = Math.floor(done / walk.across);
  const columns = done % walk.across;
  const mark = Math.max(3, Math.min(tile, size));
  const at = (n: number): number => Math.min(n * tile, size - mark);
  const flash = share * size;
  const beside = x + size + GAP;
  const text = beside + flash + GAP;
  const line = (n: number): number => y + 14 + n * 21;
  return svg`<g>
    <text class="label strong" x=${x} y=${box.y + 19} font-size="16"
      >Flash attention, ${count(walk.tokens)} tokens</text>
    <rect class="whole-table" x=${x} y=${y} width=${size} height=${size} />
    <rect class="walked" x=${x} y=${y} width=${size} height=${Math.min(size, rows * tile)} />
    <rect class="walked" x=${x} y=${y + rows * tile} width=${columns * tile}
      height=${Math.max(0, Math.min(tile, size - rows * tile))} />
    ${
      done < walk.tiles
        ? svg`<rect class="kept-tile" x=${x + at(columns)} y=${y + at(rows)} width=${mark} height=${mark} />`
        : ''
    }
    <rect class="kept-tile" x=${beside} y=${y + size - flash} width=${flash} height=${flash} />
    <g font-size="14.5">
      <text x=${text} y=${line(0)}>${count(done)} of ${count(walk.tiles)}</text>
      <text x=${text} y=${line(1)}>tiles of ${walk.side} × ${walk.side}</text>
      <rect class="whole-table" x=${text} y=${line(2.4) - 11} width="11" height="11" />
      <text x=${text + 18} y=${line(2.4)}>table <tspan font-weight="600">${memory(walk.naive)}</tspan></text>
      <rect class="kept-tile" x=${text} y=${line(3.5) - 11} width="11" height="11" />
      <text x=${text + 18} y=${line(3.5)}>flash <tspan font-weight="600">${memory(walk.flash)}</tspan></text>
    </g>
  </g>`;
}
