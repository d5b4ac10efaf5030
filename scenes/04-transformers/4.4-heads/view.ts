import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { costs } from './costs';
import { flow } from './flow';
import { growth } from './growth';
import { layoutOf } from './layout';
import { SEED, type Givens, type Model } from './model';
import './view.css';

/** The width on its way through the heads, what that costs, and how the cost grows. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model, frame);
  return {
    height: layout.height,
    content: svg`<g class="heads">
      ${flow(model, unfolding, layout, frame)}
      ${costs(model, unfolding, layout.bars)}
      ${growth(model, unfolding, layout.chart, frame)}
    </g>`,
  };
}

export const describe = ({ heads, weights }: Model, unfolding: Unfolding): string =>
  [
    `The width of the tokens as a bar, cut into ${heads === 1 ? 'one piece' : `${heads} equal pieces`}.`,
    ...(unfolding.shown('attention')
      ? [
          `Below ${weights.length === 1 ? 'it' : 'each'} a table of weights among the first ${weights[0].length} tokens, from queries and keys drawn at random (seed ${SEED}).`,
        ]
      : []),
    ...(unfolding.shown('output')
      ? [
          'Over the tokens, the cost of the projections rises as a straight line, that of attention twice as steeply.',
        ]
      : []),
  ].join(' ');

/** Where the weights of a head come from. */
export function explain(
  { weights }: Model,
  unfolding: Unfolding,
  part: string,
): string | undefined {
  const head = /^weights\.(\d+)$/.exec(part)?.[1];
  if (head === undefined || !unfolding.shown('attention')) return undefined;
  return `Head ${head}: how the first ${weights[0].length} tokens attend to each other, a row for each query. Its queries and keys are drawn at random (seed ${SEED}), as before training.`;
}
