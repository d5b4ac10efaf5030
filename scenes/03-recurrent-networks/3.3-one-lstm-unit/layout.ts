import type { Box, Frame } from '../../../src/author';
import type { Givens, Model } from './model';

/** Where everything of the picture stands. */
export interface Layout {
  readonly height: number;
  /** Whether there is room for symbols only. */
  readonly narrow: boolean;
  /** The inner width of a pipe. A valve travels as far. */
  readonly bore: number;
  /** The middle of the conveyor. */
  readonly belt: number;
  /** Where the conveyor ends. */
  readonly end: number;
  /** The cell before, the new cell, the candidate, the hidden state. */
  readonly c_prev: Box;
  readonly c: Box;
  readonly c_tilde: Box;
  readonly h: Box;
  /** What the valves let through, and what tanh makes of the cell. */
  readonly kept: Box;
  readonly written: Box;
  readonly squashed: Box;
  readonly tanh: Box;
  /** The middle of each valve. */
  readonly forget: { readonly x: number; readonly y: number };
  readonly input: { readonly x: number; readonly y: number };
  readonly output: { readonly x: number; readonly y: number };
  /** Where the gates are computed. */
  readonly panel: Box | undefined;
}

/** Where things stand along the conveyor, as shares of the width. */
const ALONG = {
  given: { valve: 0.23, join: 0.42, cell: 0.68 },
  computed: { valve: 0.26, join: 0.5, cell: 0.73 },
};
const TALL_ON_A_PHONE = 480;
const PANEL_ON_A_PHONE = 270;
const NAME = 26;
const NARROW = 520;

export function layoutOf({ gates }: Model, { width, height: room, stage }: Frame<Givens>): Layout {
  const phone = stage.grows;
  const main = phone ? TALL_ON_A_PHONE : room;
  const withPanel = gates === 'computed';
  const bore = Math.min(76, Math.max(40, main * 0.115, width * 0.06));
  const along = ALONG[withPanel && !phone ? 'computed' : 'given'];
  const [valve, join, cell] = [along.valve, along.join, along.cell].map((share) => share * width);
  const size = {
    width: Math.min(104, Math.max(64, width * 0.125)),
    height: Math.min(56, Math.max(44, bore * 0.75)),
  };
  const at = (x: number, y: number, { width: w, height: h } = size): Box => ({
    x: x - w / 2,
    y: y - h / 2,
    width: w,
    height: h,
  });
  const small = { width: Math.min(64, bore - 6), height: 30 };
  const belt = 1.5 * bore + 26;
  const bottom = main - NAME - size.height / 2 - 4;
  /** Down the pipes below the conveyor. */
  const down = (share: number): number => {
    const [from, to] = [belt + bore / 2, bottom - size.height / 2];
    return from + share * (to - from);
  };
  const top = belt + bore / 2 + 24;
  const aside = { x: 4, y: top, width: join - bore / 2 - 20, height: main - top - 4 };
  const below = { x: 4, y: main + 8, width: width - 8, height: PANEL_ON_A_PHONE };
  return {
    height: phone && withPanel ? main + PANEL_ON_A_PHONE + 12 : main,
    narrow: width < NARROW,
    bore,
    belt,
    end: width - 10,
    c_prev: at(4 + size.width / 2, belt),
    c: at(cell, belt),
    c_tilde: at(join, bottom),
    h: at(cell, bottom),
    kept: at((valve + join - bore / 2) / 2 + 4, belt, { ...small, width: small.width + 4 }),
    written: at(join, down(0.24), small),
    squashed: at(cell, down(0.42), small),
    tanh: at(cell, down(0.16), { width: bore + 16, height: 30 }),
    forget: { x: valve, y: belt },
    input: { x: join, y: down(0.66) },
    output: { x: cell, y: down(0.7) },
    panel: withPanel ? (phone ? below : aside) : undefined,
  };
}
