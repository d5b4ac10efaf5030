import {
  nothing,
  picture,
  svg,
  Turning,
  type Box,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { breakEven, HOME } from './break-even';
import { boxOfResult, comparison, HEIGHT } from './comparison';
import { lanes } from './lanes';
import type { Givens, Model } from './model';
import { survival } from './survival';

/** Who works when, what is left of success, what both designs take, and where they are level. */
export function view(stage: Stage<Givens>): View<Model> {
  const turning = new Turning(HOME);
  return picture(stage, (model: Model, unfolding, frame) => draw(model, unfolding, frame, turning));
}

const GAP = 14;
/** Where the parts stand below each other: the least each needs. */
const LEAST = { lanes: 160, survival: 190, even: 280 };
/** Narrower or lower than this there is no room for all in two columns. */
const WIDE = 560;
const HIGH = 450;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>, turning: Turning) {
  const { width, stage } = frame;
  const scrolls = width < WIDE && stage.grows;
  const stacked = LEAST.lanes + LEAST.survival + HEIGHT + LEAST.even + 4 * GAP;
  const height = scrolls ? Math.max(frame.height, stacked) : frame.height;
  const at = scrolls
    ? below(width, height)
    : width < WIDE || height < HIGH
      ? low(width, height)
      : aside(width, height);
  // Where there is no room for all, the surface comes in place of what it follows from.
  const gone = at.shared && model.agents > 1 ? unfolding.progress('split', 0, 0.4) : 0;
  const come = at.shared ? gone : 1;
  return {
    height,
    content: svg`
      ${
        gone < 1
          ? svg`<g opacity=${1 - gone}>
        ${survival(model, unfolding, at.survival, frame)}
        ${lanes(model, unfolding, at.lanes, { frame, to: (row) => boxOfResult(at.table, row) })}
      </g>`
          : nothing
      }
      ${model.agents > 1 && come > 0 ? svg`<g opacity=${come}>${breakEven(model, unfolding, at.even, { frame, turning })}</g>` : nothing}
      ${comparison(model, unfolding, at.table)}`,
  };
}

interface Parts {
  readonly lanes: Box;
  readonly survival: Box;
  readonly table: Box;
  readonly even: Box;
  /** Whether that is where other parts stand. */
  readonly shared?: boolean;
}

/** A projector gives a low room, which the surface has to itself but for the table. */
function low(width: number, height: number): Parts {
  const right = Math.max(170, 0.4 * width);
  const left = width - right - GAP;
  const upper = height - HEIGHT - GAP;
  return {
    lanes: { x: 4, y: 4, width: width - 8, height: upper },
    survival: { x: 4, y: upper + GAP, width: left, height: HEIGHT - 4 },
    table: { x: left + GAP, y: upper + GAP, width: right, height: HEIGHT },
    even: { x: 4, y: 4, width: left, height: height - 8 },
    shared: true,
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
