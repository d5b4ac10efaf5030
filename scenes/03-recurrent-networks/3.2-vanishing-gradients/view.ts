import { html, picture, type Frame, type Stage, type View } from '../../../src/author';
import { equation } from './equation';
import { explain } from './explain';
import { layout } from './layout';
import { linearChart } from './linear-chart';
import { logChart } from './log-chart';
import type { Givens, Model } from './model';
import { row } from './row';
import './view.css';

/** One factor a step: the equation, a row of fading cells, and the decay on two kinds of axis. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, t: number, frame: Frame<Givens>) {
  const { unit } = frame;
  const place = layout(frame.width, frame.height, unit);
  return html`
    <svg class="picture vanishing" width=${place.width} height=${place.height}>
      ${equation(model, t, place, frame)} ${row(model, t, place, unit)}
      ${linearChart(model, t, place, frame)} ${logChart(model, t, place, frame)}
      <text
        class="explanation"
        x=${place.width / 2}
        y=${place.foot}
        text-anchor="middle"
        font-size=${17 * unit}
      >
        ${explain(model, frame.pointed, t)}
      </text>
    </svg>
  `;
}
