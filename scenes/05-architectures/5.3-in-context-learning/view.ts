import {
  picture,
  show,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { chart } from './chart';
import { layoutOf } from './layout';
import { LABELS, type Model } from './model';
import { prompt } from './prompt';
import { results } from './results';
import type { Givens } from './task';
import './view.css';

/** The prompt with the weights that read it; the pairs in a plane; what each says of the query. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model.examples, frame);
  return {
    height: layout.height,
    content: svg`
      ${prompt(model, unfolding, layout)}
      ${chart(model, unfolding, layout, frame)}
      ${results(model, unfolding, layout)}`,
  };
}

/** The pairs, the line they come from and the labels, which no formula of the solution says. */
export const describe = ({ x, y, w, running }: Model, unfolding: Unfolding): string =>
  `The prompt: ${x.map((input, i) => `${show(input)} has label ${show(y[i])}`).join('; ')}. ` +
  `The task is the line of slope ${show(w)}. The classifier’s labels are ${LABELS.map((label) => show(label)).join(', ')}.` +
  (unfolding.shown('prediction')
    ? ` After each pair the decoder says ${running.map((said) => show(said)).join(', ')}.`
    : '');
