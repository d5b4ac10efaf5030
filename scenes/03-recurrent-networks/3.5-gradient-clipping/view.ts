import { picture, type Frame, type Stage, type Unfolding, type View } from '../../../src/author';
import { entriesChart } from './entries-chart';
import type { Givens, Model } from './model';
import { planeChart } from './plane-chart';

/** Two entries are an arrow in a plane; of more, the entries stand side by side. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const LEAST = 420;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const height = frame.stage.grows ? Math.max(frame.height, LEAST) : frame.height;
  const box = { x: 4, y: 4, width: frame.width - 8, height: height - 8 };
  const chart = model.grads.length === 2 ? planeChart : entriesChart;
  return { height, content: chart(model, unfolding, frame, box) };
}
