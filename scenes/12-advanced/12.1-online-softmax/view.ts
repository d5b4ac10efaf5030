import {
  html,
  pixelPicture,
  svg,
  type PixelFrame,
  type Stage,
  type TemplateResult,
  type View,
} from '../../../src/author';
import { bars } from './bars';
import { layoutOf } from './layout';
import type { Givens, Model } from './model';
import { motion } from './motion';
import { numberLine } from './number-line';
import { registers, results } from './registers';
import { rowNames, tape } from './tape';
import { contributors, explain } from './trace';
import './view.css';

/** The tape, the registers under each block, what the sums are made of, and the naive sum. */
export const view = (stage: Stage<Givens>): View<Model> => pixelPicture(stage, draw);

function draw(model: Model, t: number, frame: PixelFrame<Givens>): TemplateResult {
  const layout = layoutOf(model, frame.width, frame.height, frame.unit);
  const now = motion(model, t);
  const feeding = contributors(model, frame.pointed);
  return html`
    <svg class="picture online-softmax" width=${layout.width} height=${layout.height}>
      ${rowNames(layout)} ${tape(model, layout, frame, now, feeding)}
      ${registers(model, layout, now, feeding)} ${results(model, layout, t, feeding)}
      ${bars(model, layout, now, feeding)} ${numberLine(model, layout, now)}
      ${svg`<text class="explanation" x=${4 * frame.unit} y=${layout.footer}
        font-size=${17 * frame.unit}>${explain(model, frame.pointed, t)}</text>`}
    </svg>
  `;
}
