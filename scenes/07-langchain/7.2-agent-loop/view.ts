import {
  handle,
  messageList,
  nothing,
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { layoutOf, shownAt } from './layout';
import { loop } from './loop';
import { MOST, type Givens, type Model } from './model';
import './view.css';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** The turns that the limit allows, and the list of messages as far as it has grown. */
function draw(model: Model, unfolding: Unfolding, { stage, width, height }: Frame<Givens>) {
  const {
    turns,
    grip,
    pitch,
    list,
    messages,
    loop: beside,
  } = layoutOf(model, unfolding, width, height, MOST);
  const taken = turnsTaken(model, unfolding);
  const over = model.failed && unfolding.progress('stop') === 1;
  return svg`
    <text class="loop-says" x=${list.x} y="18" font-size="14">${over ? 'No turn is left, and the model still asks for tools' : 'Turns that the limit allows'}</text>
    <g data-part="turns limit">${turns.map(
      ({ x, y, width: side, height: tall }, i) =>
        svg`<rect class=${`loop-turn${i < taken ? ' taken' : ''}${over ? ' over' : ''}`}
          x=${x} y=${y} width=${side} height=${tall} rx="6" />`,
    )}</g>
    ${handle({
      stage,
      name: 'max_turns',
      from: model.max_turns,
      range: { min: 1, max: MOST, step: 1 },
      to: (dx) => model.max_turns + dx / pitch,
      ...grip,
      along: 'x',
      changes: 'how many turns are allowed',
      role: 'value',
    })}
    ${messageList({ messages, ...list })}
    ${beside ? loop(model, unfolding, beside) : nothing}`;
}

/** Turns of the model that have come. */
const turnsTaken = (model: Model, unfolding: Unfolding): number =>
  model.messages.filter(({ role }, i) => role === 'assistant' && shownAt(model, i, unfolding) > 0)
    .length;

/** The messages as far as the list has grown. */
export function describe(model: Model, unfolding: Unfolding): string {
  const { messages } = layoutOf(model, unfolding, 900, Infinity, MOST);
  return messages
    .map(({ speaker, text, cause }) =>
      cause === undefined
        ? `${speaker}: ${text}`
        : `${speaker}: ${text} (after message ${cause + 1})`,
    )
    .join('. ');
}
