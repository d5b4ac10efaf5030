import type { Box, Frame } from '../../../src/author';
import type { Givens, Model } from './model';

/** Where everything of the picture stands. */
export interface Layout {
  readonly height: number;
  /** The five weights, each below its name. */
  readonly bank: readonly Box[];
  /** The state of step t, from the first state at 0 to the last. */
  readonly state: (t: number) => Box;
  /** The input that step t reads, from 1 on. */
  readonly input: (t: number) => Box;
  readonly output: Box;
  readonly chart: Box;
  /** Room between two units. */
  readonly gap: number;
}

const CELL = { width: 76, height: 44 };
const LARGE = { width: 104, height: 54 };
/** Cells in which a number of three decimals fits. */
const NARROWEST = 58;
const NAME = 26;
/** The chart of tanh is no lower. */
const CHART = 130;
const CHART_ON_A_PHONE = 250;

export function layoutOf({ count }: Model, { width, height: room, stage }: Frame<Givens>): Layout {
  const columns = count + 2;
  const low = room < 420 && !stage.grows;
  const largest = room > 560 && !stage.grows ? LARGE : CELL;
  const arrow = low ? 26 : 44;
  const row = NAME + 2 * largest.height + arrow + NAME + 6;
  const above = NAME + CELL.height + 10;
  const most = stage.grows ? columns : Math.max(1, Math.floor((room - above - CHART) / row));
  const wanted = Math.ceil((columns * NARROWEST) / width);
  const rows = Math.min(most, wanted);
  const across = Math.ceil(columns / rows);
  const pitch = width / across;
  const cell = Math.min(largest.width, pitch - Math.max(4, Math.min(14, pitch * 0.2)));
  const height = Math.max(room, above + rows * row + (stage.grows ? CHART_ON_A_PHONE : CHART));

  const place = (column: number, below: number): Box => ({
    x: (column % across) * pitch + (pitch - cell) / 2,
    y: above + Math.floor(column / across) * row + NAME + below,
    width: cell,
    height: largest.height,
  });
  const top = above + rows * row;
  const weight = Math.min(CELL.width, (width - 24) / 5 - 8);
  const bank = Array.from({ length: 5 }, (_, i) => ({
    x: 2 + i * (weight + 8) + (i > 2 ? 16 : 0),
    y: NAME,
    width: weight,
    height: CELL.height,
  }));
  return {
    height,
    bank,
    state: (t) => place(t, 0),
    input: (t) => place(t, largest.height + arrow),
    output: place(count + 1, 0),
    chart: { x: 4, y: top, width: width - 8, height: height - top },
    gap: pitch - cell,
  };
}
