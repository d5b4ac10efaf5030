import {
  nothing,
  picture,
  svg,
  type Box,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { breakEven } from './break-even';
import { boxOfResult, comparison, HEIGHT } from './comparison';
import { lanes } from './lanes';
import type { Givens, Model } from './model';
import { survival } from './survival';

/** Who works when, what is left of success, what both designs take, and where they are level. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const GAP = 14;
/** Where the parts stand below each other: the least each needs. */
const LEAST = { lanes: 160, survival: 190, even: 220 };
/** Narrower than this there is no room for two columns. */
const WIDE = 560;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width, stage } = frame;
  const scrolls = width < WIDE && stage.grows;
  const stacked = LEAST.lanes + LEAST.survival + HEIGHT + LEAST.even + 4 * GAP;
  const height = scrolls ? Math.max(frame.height, stacked) : frame.height;
  const at = scrolls
    ? below(width, height)
    : width < WIDE
      ? low(width, height)
      : aside(width, height);
  return {
    height,
    content: svg`
      ${survival(model, unfolding, at.survival, frame)}
      ${at.even ? breakEven(model, unfolding, at.even, frame) : nothing}
      ${comparison(model, unfolding, at.table)}
      ${lanes(model, unfolding, at.lanes, { frame, to: (row) => boxOfResult(at.table, row) })}`,
  };
}

interface Parts {
  readonly lanes: Box;
  readonly survival: Box;
  readonly table: Box;
  /** Left out where there is no room for all. */
  readonly even?: Box;
}

/** A projector gives a low room: where both designs are level has none. */
function low(width: number, height: number): Parts {
  const right = Math.max(170, 0.4 * width);
  const left = width - right - GAP;
  const upper = height - HEIGHT - GAP;
  return {
    lanes: { x: 4, y: 4, width: width - 8, height: upper },
    survival: { x: 4, y: upper + GAP, width: left, height: HEIGHT - 4 },
    table: { x: left + GAP, y: upper + GAP, width: right, height: HEIGHT },
  };
}

function aside(width: number, height: number): Parts {
  const left = Math.round(0.58 * width);
  const [x, right] = [left + GAP, width - left - 2 * GAP];
  const upper = 0.46 * height;
  return {
    lanes: { x: 4, y: 4, width: left, height: upper },
    survival: { x: 4, y: upper + GAP, width: left, height: height - upper - GAP - 4 },
    table: { x, y: 4, width: right, height: HEIGHT },
    even: { x, y: HEIGHT + 2 * GAP, width: right, height: height - HEIGHT - 2 * GAP - 4 },
  };
}

function below(width: number, height: number): Parts {
  const rest = height - HEIGHT - 4 * GAP;
  const whole = LEAST.lanes + LEAST.survival + LEAST.even;
  let y = 4;
  const next = (share: number): Box => {
    const box = { x: 4, y, width: width - 8, height: share };
    y += share + GAP;
    return box;
  };
  return {
    lanes: next((rest * LEAST.lanes) / whole),
    survival: next((rest * LEAST.survival) / whole),
    table: next(HEIGHT),
    even: next((rest * LEAST.even) / whole),
  };
}
