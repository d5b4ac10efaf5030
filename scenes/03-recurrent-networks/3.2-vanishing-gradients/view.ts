import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { linearChart } from './linear-chart';
import { logChart } from './log-chart';
import type { Givens, Model } from './model';
import { ROW, row } from './row';
import './view.css';

/** A chart is no lower. */
const LOWEST = 190;
const TALL_ON_A_PHONE = 290;

/** A row of fading cells, and what is left of the gradient on two kinds of axis. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width } = frame;
  // Where the page scrolls the charts stand one below the other.
  const narrow = frame.stage.grows;
  const tall = narrow ? TALL_ON_A_PHONE : Math.max(LOWEST, frame.height - ROW);
  const across = narrow ? width : width / 2;
  const first = { x: 0, y: ROW, width: across, height: tall };
  const second = narrow ? { ...first, y: ROW + tall } : { ...first, x: across };
  return {
    height: second.y + tall,
    content: svg`<g class="vanishing">
      ${row(model, unfolding, width)}
      ${linearChart(model, unfolding, frame, first)} ${logChart(model, unfolding, frame, second)}
    </g>`,
  };
}
