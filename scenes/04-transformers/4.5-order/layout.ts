import { lengthOf, textWidth, type Box, type Frame, type Grid } from '../../../src/author';
import { WIDTH } from './model';

/** One of the two orders. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly rows: number;
  /** Left out where there is no room. */
  readonly embeddings: Grid | undefined;
  readonly out: Grid;
  readonly states: Grid;
  chip(i: number): Box;
  /** The cells of a row of outputs; and of embeddings, or of the token where they are left out. */
  outBox(i: number): Box;
  inBox(i: number): Box;
}

export interface Layout {
  readonly left: Column;
  readonly right: Column;
  readonly top: number;
  readonly height: number;
  /** From one row to the next. */
  readonly pitch: number;
  /** From the outputs to the states below them. */
  readonly between: number;
}

const TITLE = 26;
const HEAD = 24;
const BETWEEN = 62;
const GAP = 4;
const SPACE = 12;

/** Two columns with the links between them: attention above, the RNN below. */
export function layout(
  words: readonly string[],
  { width, height }: Pick<Frame<unknown>, 'width' | 'height'>,
): Layout {
  const n = words.length;
  const narrow = width < 520;
  const chip = Math.min(
    narrow ? 78 : 120,
    Math.max(...words.map((word) => textWidth(word, 16))) + (narrow ? 20 : 34),
  );
  const linked = narrow ? 14 : Math.max(48, width * 0.1);
  const space = narrow ? 8 : SPACE;
  const tables = narrow ? 1 : 2;
  const cells = (width - 8 - linked - 2 * chip - 2 * tables * space) / (2 * tables);
  const wide = Math.min(64, Math.floor((cells - (WIDTH - 1) * GAP) / WIDTH));
  const around = TITLE + HEAD + BETWEEN + 8;
  const high = Math.max(26, Math.min(68, (height - around) / (2 * n) - GAP));
  const pitch = high + GAP;
  const used = around + 2 * n * pitch;
  const top = Math.max(0, (height - used) / 2);

  const long = lengthOf(WIDTH, wide, GAP);
  const columnWidth = chip + tables * (space + long);
  const start = (width - 2 * columnWidth - linked) / 2;
  const first = top + TITLE + HEAD;
  const column = (x: number): Column => {
    const grid = (left: number, y: number): Grid => ({
      ...{ x: left, y, gap: GAP, rows: n, columns: WIDTH },
      cell: { width: wide, height: high },
    });
    const right = x + columnWidth - long;
    const embeddings = narrow ? undefined : grid(x + chip + space, first);
    const row = (left: number, across: number, i: number): Box => ({
      ...{ x: left, y: first + i * pitch, width: across, height: high },
    });
    return {
      ...{ x, width: columnWidth, rows: n, embeddings },
      out: grid(right, first),
      states: grid(right, first + n * pitch + BETWEEN),
      chip: (i) => row(x, chip, i),
      outBox: (i) => row(right, long, i),
      inBox: (i) => (embeddings ? row(embeddings.x, long, i) : row(x, chip, i)),
    };
  };
  return {
    left: column(start),
    right: column(start + columnWidth + linked),
    ...{ top, height: used, pitch, between: BETWEEN },
  };
}
