import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { coneOf, holesIn } from './cone';
import type { Givens, Model } from './model';
import { parameters } from './parameters';
import { tower } from './tower';
import './view.css';

/** The layers as a tower with the cone of one output, above the weights that it takes. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** How high the picture is on a phone, a row more for every layer past the third. */
const WHERE_IT_SCROLLS = 520;
/** The share of the height for the weights, and the least they need. */
const WEIGHTS = { share: 0.36, least: 130 };

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { stage, width } = frame;
  const tall = WHERE_IT_SCROLLS + 34 * Math.max(0, model.layers - 3);
  const height = stage.grows ? Math.max(frame.height, tall) : frame.height;
  const below = Math.max(WEIGHTS.least, WEIGHTS.share * height);
  const upper = { x: 6, y: 4, width: width - 12, height: height - below - 40 };
  const lower = { x: 6, y: height - below, width: width - 12, height: below - 6 };
  return {
    height,
    content: svg`${tower(model, unfolding, upper, frame)} ${parameters(model, unfolding, lower)}`,
  };
}

/** The holes of a stack, which no formula of the solution says. */
export function describe(model: Model, unfolding: Unfolding): string {
  if (!unfolding.shown('field')) return '';
  const holes = holesIn(coneOf(model), model.field);
  return holes === 0
    ? 'Every input of the field is seen.'
    : `Inputs within the field that no window reaches: ${holes}.`;
}
