import {
  nothing,
  picture,
  show,
  svg,
  type Box,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { dial } from './dial';
import type { Givens, Model } from './model';
import { movedOn } from './moved-on';
import { HEIGHT, tape } from './tape';
import { between } from './turns';

/** The arrows, the score as both move on, and beneath them where in the text they stand. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const GAP = 14;
/** Narrower than this, the chart stands below the arrows. */
const WIDE = 560;
/** Where the page scrolls, the arrows and the chart have at least so much. */
const LEAST = { dial: 320, chart: 210 };

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const at = layout(frame);
  return {
    height: at.height,
    content: svg`
      ${dial(model, unfolding, at.dial, frame)}
      ${at.chart ? movedOn(model, unfolding, at.chart, frame) : nothing}
      ${tape(model, unfolding, at.tape, frame)}`,
  };
}

interface Parts {
  readonly dial: Box;
  /** Left out where there is no room for all. */
  readonly chart?: Box;
  readonly tape: Box;
  readonly height: number;
}

function layout({ width, height, stage }: Frame<Givens>): Parts {
  const across = width - 8;
  if (width >= WIDE) {
    const tall = height - HEIGHT - GAP;
    const left = Math.min(tall, 0.55 * across);
    return {
      height,
      dial: { x: 4, y: 4, width: left, height: tall },
      chart: { x: 4 + left + GAP, y: 4, width: across - left - GAP, height: tall },
      tape: { x: 4, y: tall + GAP, width: across, height: HEIGHT },
    };
  }
  const room = stage.grows ? Math.max(height, LEAST.dial + LEAST.chart + HEIGHT + 2 * GAP) : height;
  const upper = room - HEIGHT - GAP;
  const chart = stage.grows ? LEAST.chart : 0;
  const tall = upper - (chart > 0 ? chart + GAP : 0);
  return {
    height: room,
    dial: { x: 4, y: 4, width: across, height: tall },
    tape: { x: 4, y: tall + GAP, width: across, height: HEIGHT },
    ...(chart > 0 && {
      chart: { x: 4, y: tall + HEIGHT + 2 * GAP, width: across, height: chart },
    }),
  };
}

/** The angle between the arrows, which no formula says; known with the dot product. */
export const describe = ({ turned_q, turned_k }: Model, unfolding: Unfolding): string =>
  unfolding.shown('dot')
    ? `The turned arrows stand at an angle of ${show(Math.abs(between(turned_q, turned_k)))} radians.`
    : '';
