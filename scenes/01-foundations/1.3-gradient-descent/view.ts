import {
  nothing,
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { errors } from './errors';
import { gauge } from './gauge';
import type { Givens, Model } from './model';
import { parabola } from './parabola';
import './view.css';

const TALL_ON_A_PHONE = 640;
/** Where there is less height than this, the two charts stand side by side. */
const LOW = 480;
const GAUGE = 112;

/** The parabola with the path down it, the error on a logarithmic axis, and the multiplier's line. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width } = frame;
  const narrow = frame.stage.grows;
  const height = narrow ? Math.max(frame.height, TALL_ON_A_PHONE) : frame.height;
  // Plain gradient descent alone has a multiplier.
  const plain = model.optimizer === 'sgd';
  const charts = height - (plain ? GAUGE : 0);
  const aside = !narrow && height < LOW;
  const split = aside ? width * 0.54 : charts * 0.58;
  const [first, second] = aside
    ? [
        { x: 0, y: 0, width: split, height: charts },
        { x: split, y: 0, width: width - split, height: charts },
      ]
    : [
        { x: 0, y: 0, width, height: split },
        { x: 0, y: split, width, height: charts - split },
      ];
  return {
    height,
    content: svg`<g class="descent">
      ${parabola(model, unfolding, frame, first)} ${errors(model, unfolding, frame, second)}
      ${plain ? gauge(model, unfolding, frame, { x: 0, y: charts, width, height: GAUGE }) : nothing}
    </g>`,
  };
}
