import {
  picture,
  svg,
  tiles,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { fanBars, fansHeight } from './fans';
import { LAYERS, type Givens, type Initialisation, type Model } from './model';
import { ridgeline } from './ridgeline';
import './view.css';

/** Both fans, and what four initialisations make of a signal, layer by layer. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** Narrower than this, two stand below the other two; and how high they are on a phone. */
const NARROWEST = 105;
const WHERE_IT_SCROLLS = 560;
const NOTE = 24;

/** Which there are, and the step that shows each; those without one stand from the beginning. */
const shown: readonly { id: Initialisation; title: string; says: string; step?: string }[] = [
  { id: 'small', title: 'too small', says: 'half of He' },
  { id: 'he', title: 'He', says: 'fan-in', step: 'he' },
  { id: 'xavier', title: 'Xavier', says: 'both fans', step: 'xavier' },
  { id: 'large', title: 'too large', says: 'twice He' },
];

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { stage, width } = frame;
  const height = stage.grows ? Math.max(frame.height, fansHeight + WHERE_IT_SCROLLS) : frame.height;
  const y = fansHeight + NOTE;
  const narrowest = width < 4.6 * NARROWEST ? 0.4 * width : NARROWEST;
  const boxes = tiles({ x: 6, y, width: width - 12, height: height - y - 6 }, 4, narrowest, 16);
  return {
    height,
    content: svg`
      ${fanBars(model, { x: 6, y: 0, width: width - 12, height: fansHeight }, frame)}
      <text class="label note" x="6" y=${fansHeight + 12} font-size="14"
        >activations of layers 1 to ${LAYERS}, and their mean squares</text>
      ${shown.map(({ id, step, ...words }, i) =>
        ridgeline(
          {
            ...words,
            part: id,
            activation: model.activation,
            stack: model.stacks[id],
            progress: (layer) => (step ? unfolding.sweep(step, layer, LAYERS) : 1),
          },
          boxes[i],
          frame,
        ),
      )}`,
  };
}

/** How the signal fares in each stack, which no formula of the solution says. */
export function describe({ stacks }: Model, unfolding: Unfolding): string {
  return shown
    .filter(({ step }) => step === undefined || unfolding.shown(step))
    .map(({ id, title }) => `${title}: the mean square ${fares(stacks[id].squares.at(-1)!)}.`)
    .join(' ');
}

const fares = (last: number): string => (last < 0.1 ? 'fades' : last > 10 ? 'explodes' : 'holds');
