import {
  nothing,
  picture,
  show,
  svg,
  type Box,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { histogram } from './histogram';
import type { Givens, Model } from './model';
import { pair } from './pair';
import { weightsChart } from './weights-chart';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const SIDE_BY_SIDE = 520;
const PAIR = 168;

/** One pair of vectors, the scores of thousands, and what the softmax makes of eight. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width, height: room, stage } = frame;
  const wide = !stage.grows || width >= SIDE_BY_SIDE;
  const height = wide ? room : Math.max(room, 860);
  const upper = Math.min(PAIR, height * 0.3);
  const rest = height - upper - 8;
  const [left, below] = wide ? [width * 0.52, rest] : [width, rest * 0.4];
  const box: Box = { x: 2, y: upper + 8, width: left - 6, height: below };
  const weights: Box = wide
    ? { x: left + 6, y: upper + 8, width: width - left - 8, height: rest }
    : { x: 2, y: upper + below + 16, width: width - 4, height: rest - below - 8 };
  const half = weights.height / 2;
  return {
    height,
    content: svg`
      ${pair(model, unfolding, { x: 4, y: 0, width: width - 8, height: upper }, frame)}
      ${histogram(model, unfolding, box, frame)}
      ${
        unfolding.progress('saturates') > 0
          ? weightsChart(model, unfolding, 'raw', { ...weights, height: half - 4 }, frame)
          : nothing
      }
      ${
        unfolding.progress('restored') > 0
          ? weightsChart(
              model,
              unfolding,
              'divided',
              { ...weights, y: weights.y + half + 4, height: half - 4 },
              frame,
            )
          : nothing
      }`,
  };
}

/** What the histogram and the weights look like, which no formula says. */
export const describe = (model: Model, unfolding: Unfolding): string => {
  const { d_k, raw, divided, scaled } = model;
  const shape =
    d_k <= 2
      ? 'far from normal: a sharp peak at 0 and long tails, as products of few normal numbers have'
      : 'close to a normal curve of the same variance';
  const list = (weights: readonly number[]) => weights.map((p) => show(p)).join(', ');
  return [
    `Two rows of ${d_k} entries are a query and a key.`,
    ...(unfolding.shown('variance')
      ? [`The histogram of ${model.samples.length} dot products is ${shape}.`]
      : []),
    ...(unfolding.shown('saturates') ? [`Weights of eight keys: ${list(raw.weights)}.`] : []),
    ...(unfolding.shown('restored')
      ? [`${scaled ? 'Divided' : 'Not divided'}: ${list(divided.weights)}.`]
      : []),
  ].join(' ');
};
