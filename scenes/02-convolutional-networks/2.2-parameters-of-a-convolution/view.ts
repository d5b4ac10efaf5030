import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { bank } from './bank';
import { dense } from './dense';
import { equation } from './equation';
import type { Givens, Model } from './model';
import './view.css';

/** Room for the fully connected layer, below the filters. */
const DENSE = 92;
/** The least height of the filters; on a phone the picture grows. */
const FILTERS = { fixed: 100, growing: 260 };

/** The count as an equation, the filters with a cell a parameter, the layer that has no end. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width } = frame;
  const counted = equation(model, unfolding, frame);
  const top = counted.height + 16;
  const least = frame.stage.grows ? FILTERS.growing : FILTERS.fixed;
  const height = Math.max(frame.height, top + least + DENSE);
  const filters = { x: 10, y: top, width: width - 20, height: height - top - DENSE - 12 };
  const drawn = bank(model, unfolding, filters, frame.id('cells'));
  return {
    height,
    content: svg`${counted.content} ${drawn.content}
      ${dense(model, unfolding, { x: 10, y: height - DENSE - 2, width: width - 20, height: DENSE }, drawn.cell)}`,
  };
}
