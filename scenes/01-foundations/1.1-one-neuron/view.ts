import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { curve } from './curve';
import { layoutOf } from './layout';
import type { Givens, Model } from './model';
import { network } from './network';
import './view.css';

/** The neuron as a network of one, and its activation curve. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model.x.length, frame);
  return {
    height: layout.height,
    content: svg`${network(model, unfolding, layout, frame)} ${curve(model, unfolding, layout, frame)}`,
  };
}
