import { html, pixelPicture, type PixelFrame, type Stage, type View } from '../../../src/author';
import { equation } from './equation';
import { explain } from './explain';
import { layoutOf } from './layout';
import { linearChart } from './linear-chart';
import { logChart } from './log-chart';
import type { Givens, Model } from './model';
import { row } from './row';
import './view.css';

/** One factor a step: the equation, a row of fading cells, and the decay on two kinds of axis. */
export const view = (stage: Stage<Givens>): View<Model> => pixelPicture(stage, draw);

function draw(model: Model, t: number, frame: PixelFrame<Givens>) {
  const { unit } = frame;
  const layout = layoutOf(frame.width, frame.height, unit);
  return html`
    <svg class="picture vanishing" width=${layout.width} height=${layout.height}>
      ${equation(model, t, layout, frame)} ${row(model, t, layout, unit)}
      ${linearChart(model, t, layout, frame)} ${logChart(model, t, layout, frame)}
      <text
        class="explanation"
        x=${layout.width / 2}
        y=${layout.footer}
        text-anchor="middle"
        font-size=${17 * unit}
      >
        ${explain(model, frame.pointed, t)}
      </text>
    </svg>
  `;
}
