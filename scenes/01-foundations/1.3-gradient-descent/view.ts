import {
  html,
  nothing,
  pixelPicture,
  svg,
  type PixelFrame,
  type Stage,
  type View,
} from '../../../src/author';
import { errors } from './errors';
import { gauge } from './gauge';
import { layoutOf } from './layout';
import type { Givens, Model } from './model';
import { parabola } from './parabola';
import { explain } from './trace';
import './view.css';

/** The parabola with the path down it, the error on a log axis, and the multiplier's line. */
export const view = (stage: Stage<Givens>): View<Model> => pixelPicture(stage, draw);

function draw(model: Model, t: number, frame: PixelFrame<Givens>) {
  const { width, unit } = frame;
  const layout = layoutOf(model, width, frame.height, unit);
  const says = explain(model, frame.pointed, t);
  return html`
    <svg class="picture descent" width=${width} height=${layout.height}>
      ${parabola(model, t, frame, layout.parabola)} ${errors(model, t, frame, layout.errors)}
      ${layout.multiplier ? gauge(model, t, frame, layout.multiplier) : nothing}
      ${svg`<text class="explanation" x=${width - 18 * unit} y=${16 * unit} text-anchor="end"
        font-size=${16 * unit}>${says}</text>`}
    </svg>
  `;
}
