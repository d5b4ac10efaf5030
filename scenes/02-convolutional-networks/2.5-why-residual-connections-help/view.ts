import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { block } from './block';
import { depthChart } from './depth-chart';
import { layoutOf } from './layout';
import type { Givens, Model } from './model';
import './view.css';

/** A block without and with a skip, the gradient flowing back through both, and many in a row. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { stage } = frame;
  const layout = layoutOf(frame);
  const back = (id: string): number => unfolding.progress(id);
  return {
    height: layout.height,
    content: svg`
      ${block({ box: layout.plain, stage, skip: false, back: back('plain') }, model)}
      ${block({ box: layout.residual, stage, skip: true, back: back('residual') }, model)}
      ${depthChart(model, unfolding, layout.chart, frame)}`,
  };
}
