import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { curveChart } from './curve-chart';
import { errorsChart } from './errors-chart';
import type { Givens, Model } from './model';

/** The function with its chords, and how their errors depend on the step. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** On a phone the picture grows to at least this. */
const LEAST = 620;
/** Narrower than this the two charts stand above each other. */
const WIDE = 600;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width, stage } = frame;
  const height = stage.grows ? Math.max(frame.height, LEAST) : frame.height;
  const full = { x: 4, y: 4, width: width - 8, height: height - 18 };
  const share = width < WIDE ? 0 : 0.36;
  const split = width < WIDE ? 0.36 * full.height : share * full.width;
  const [first, second] =
    width < WIDE
      ? [
          { ...full, height: split },
          { ...full, y: split + 16, height: full.height - split - 12 },
        ]
      : [
          { ...full, width: split },
          { ...full, x: split + 8, width: full.width - split - 4 },
        ];
  return {
    height,
    content: svg`${curveChart(model, unfolding, frame, first)} ${errorsChart(model, unfolding, frame, second)}`,
  };
}
