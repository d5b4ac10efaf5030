import {
  handle,
  messageList,
  nothing,
  picture,
  svg,
  type Frame,
  type Predicted,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { layoutOf, shownAt } from './layout';
import { loop } from './loop';
import { MOST, type Givens, type Model } from './model';
import { ownRun, solutionRun, turnsIn, type Played } from './rows';
import './view.css';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** The run that is shown: of the learner's loop where it has run, of the solution otherwise. */
const playedOf = (model: Model, predicted: Predicted): Played =>
  ownRun(predicted.recorded('code')) ?? solutionRun(model);

/** The turns that the limit allows, and the list of messages as far as it has grown. */
function draw(model: Model, unfolding: Unfolding, { stage, width, height }: Frame<Givens>) {
  const { max_turns } = model;
  const run = playedOf(model, stage.predicted);
  const {
    turns,
    grip,
    pitch,
    list,
    messages,
    loop: beside,
  } = layoutOf(run, max_turns, unfolding, { width, height, most: MOST });
  const come = run.rows.filter((_, i) => shownAt(run, i, unfolding) > 0);
  const taken = turnsIn(come);
  const over =
    taken >= max_turns && come.at(-1)?.[0] !== 'returns' && come.length === run.rows.length;
  return svg`
    <text class="loop-says" x=${list.x} y="18" font-size="14">${saysOf(run, max_turns, over && taken)}</text>
    <g data-part="turns limit">${turns.map(
      ({ x, y, width: side, height: tall }, i) =>
        svg`<rect class=${`loop-turn${i < taken ? ' taken' : ''}${over ? ' over' : ''}`}
          x=${x} y=${y} width=${side} height=${tall} rx="6" />`,
    )}</g>
    ${handle({
      stage,
      name: 'max_turns',
      from: max_turns,
      range: { min: 1, max: MOST, step: 1 },
      to: (dx) => max_turns + dx / pitch,
      ...grip,
      along: 'x',
      changes: 'how many turns are allowed',
      role: 'value',
    })}
    ${messageList({ messages, ...list, grows: run.own && unfolding.t === 0 })}
    ${beside ? loop(run, unfolding, beside) : nothing}`;
}

/** Whose run it is, and whether it has used up its turns. */
function saysOf({ own }: Played, limit: number, over: number | false): string {
  const whose = own ? 'Your run' : 'The solution’s run';
  const turns = limit === 1 ? '1 turn' : `${limit} turns`;
  if (over === false) return `${whose}, in at most ${turns}`;
  return over > limit ? `${whose} goes on after ${turns}` : `${whose}: after ${turns} none is left`;
}

/** Whose run it is, and its list as far as it has grown. */
export function describe(model: Model, unfolding: Unfolding, predicted: Predicted): string {
  const run = playedOf(model, predicted);
  const { messages } = layoutOf(run, model.max_turns, unfolding, {
    width: 900,
    height: Infinity,
    most: MOST,
  });
  const said = messages.map(({ speaker, text, cause }) =>
    cause === undefined
      ? `${speaker}: ${text}`
      : `${speaker}: ${text} (after message ${cause + 1})`,
  );
  return `${run.own ? 'Your run' : 'The solution’s run'}. ${said.join('. ')}`;
}
