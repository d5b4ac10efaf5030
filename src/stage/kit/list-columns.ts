import { tiles } from './box';
import { LIST_HEAD, type RankedList } from './ranked-list';

/** Where a ranked list stands, and how many rows it has. */
export type ListPlace = Pick<RankedList, 'x' | 'y' | 'width' | 'pitch' | 'rows'>;

interface Room {
  readonly width: number;
  readonly height: number;
  /** What has to stand below the lists. */
  readonly below: number;
  /** Rows wanted. */
  readonly rows: number;
}

const NARROWEST = 116;
const PITCH = { least: 34, most: 48 };
const FEWEST = 5;
const GAP = 28;
const MARGIN = 12;

/**
 * Lists side by side, in as many bands as the width makes necessary, with as many rows as the height
 * has room for; and where they end.
 */
export function listColumns(
  count: number,
  { width, height, below, rows: wanted }: Room,
): { readonly lists: readonly ListPlace[]; readonly bottom: number } {
  const box = { x: MARGIN, y: 0, width: width - 2 * MARGIN, height: 0 };
  const columns = tiles(box, count, NARROWEST, GAP);
  const across = new Set(columns.map(({ x }) => x)).size;
  const bands = Math.ceil(count / across);
  const room = (height - below) / bands - LIST_HEAD - MARGIN;
  // What does not fit side by side makes the page scroll, and may as well be read in full.
  const rows =
    bands > 1 ? wanted : Math.max(FEWEST, Math.min(wanted, Math.floor(room / PITCH.least)));
  const pitch = Math.max(PITCH.least, Math.min(PITCH.most, room / rows));
  const tall = MARGIN + LIST_HEAD + rows * pitch;
  return {
    lists: columns.map((column, i) => ({
      x: column.x,
      y: MARGIN + Math.floor(i / across) * tall,
      width: column.width,
      pitch,
      rows,
    })),
    bottom: bands * tall,
  };
}
