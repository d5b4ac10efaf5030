import {
  boxBetween,
  middleOf,
  nothing,
  picture,
  svg,
  tokenBoxes,
  tokenRow,
  travelling,
  type Box,
  type Frame,
  type Stage,
  type TokenRow,
  type Unfolding,
  type View,
} from '../../../src/author';
import { cardBoxes, drawCard, type Card } from './cards';
import { matrix } from './matrix';
import { NAMES, type Givens, type Model } from './model';
import { DEFENCES, type Defence } from './recording';
import { orderIn, sources } from './sources';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const MARGIN = 14;
/** From this width on all four cards stand side by side. */
const ROOMY = 680;
/** The steps in which the order goes from one card to the next. */
const LEGS = ['read', 'call', 'cut'];

/** The switches, and below them the way of the order, or every attack against every setting. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const row = switches(model, unfolding, frame);
  const top = Math.max(...tokenBoxes(row).map(({ y, height }) => y + height)) + 18;
  const box = { x: MARGIN, y: top, width: frame.width - 2 * MARGIN, height: frame.height - top };
  const all = unfolding.t > unfolding.at('matrix') - 1 + 1e-9;
  const { content, height } = all ? matrix(model, unfolding, box) : way(model, unfolding, box);
  return { height: top + height, content: svg`${tokenRow(row)} ${content}` };
}

/** A chip for every defence, in the order in which the order meets them: pressed, it is on. */
function switches(model: Model, unfolding: Unfolding, { stage, width }: Frame<Givens>): TokenRow {
  const cut = unfolding.progress('cut') === 1 ? model.stoppedBy : 'nothing';
  return {
    x: MARGIN,
    y: 10,
    width: width - 2 * MARGIN,
    tokens: DEFENCES.map((name) => ({
      text: name === cut ? `✂ ${NAMES[name]}` : NAMES[name],
      selected: model[name],
      part: `defences.${name}`,
    })),
    choose: (i) => stage.edit({ [DEFENCES[i]]: !model[DEFENCES[i]] }, true),
  };
}

/** From the page to what the model reads, to what it wants to do, to what leaves. */
function way(model: Model, unfolding: Unfolding, box: Box) {
  const { page, calendar } = sources[model.attack];
  const [first, second] = model.here.runs;
  const come = (id: string): number => unfolding.progress(id);
  const left = [first, second].map((run, i) =>
    run === undefined ? '' : `Run ${i + 1}: ${run.left[0] ?? 'nothing'}.`,
  );
  const cards: Card[] = [
    {
      title: 'from outside',
      text: [`Page: ${page}`, `Calendar: ${calendar}`],
      part: 'page',
      shown: 1,
    },
    { title: 'what the model reads', text: [first.read], part: 'read', shown: come('read') },
    {
      title: 'what it wants to do',
      text: second ? [`Run 1: ${first.call}`, `Run 2: ${second.call}`] : [first.call],
      part: 'call',
      shown: come('call'),
    },
    {
      title: 'what has left',
      text: second ? left : [first.left[0] ?? 'Nothing.'],
      part: 'left',
      shown: come('cut'),
      alarm: model.leaked !== 'no',
    },
  ];
  // Where four are too narrow to read, the two that the step speaks of.
  const at = Math.min(LEGS.length, Math.max(1, Math.ceil(unfolding.t - 1e-9))) - 1;
  const legs = box.width < ROOMY ? [at] : [...LEGS.keys()];
  const begin = legs[0];
  const boxes = cardBoxes(cards.slice(begin, legs.at(-1) + 2), box);
  return {
    height: Math.max(...boxes.map(({ y, height }) => y + height)) - box.y + 8,
    content: svg`${boxes.map((each, i) => drawCard(cards[begin + i], each))}
      ${legs.map((leg, i) => travel(come(LEGS[leg]), boxes[i], boxes[i + 1], stopsAt(model, leg)))}`,
  };
}

/** At which of the legs between the cards each defence stands. */
const STANDS: Readonly<Record<Defence, number>> = {
  sanitise: 0,
  isolation: 0,
  untrusted_data: 1,
  least_privilege: 2,
  approval: 2,
};

/** Whether the order comes along this way: not at all, half of it, or to its end. */
function stopsAt({ stoppedBy, attack }: Model, i: number): number {
  if (stoppedBy === 'nothing') return 1;
  const at = stoppedBy === 'sanitise' && attack === 'link' ? 2 : STANDS[stoppedBy];
  return i < at ? 1 : i === at ? 0.5 : 0;
}

function travel(fraction: number, from: Box, to: Box, reach: number) {
  if (reach === 0 || fraction <= 0 || fraction >= 1) return nothing;
  return travelling(middleOf(boxBetween(from, to, fraction * reach)), 'order');
}

/** What the cards say, as far as they are unfolded. */
export function describe(model: Model, unfolding: Unfolding): string {
  const { page, calendar } = sources[model.attack];
  const [run] = model.here.runs;
  const said = [`From outside: ${page} ${calendar}`];
  if (unfolding.shown('read')) said.push(`The model reads: ${run.read}.`);
  if (unfolding.shown('call')) said.push(`It wants: ${run.call}.`);
  if (unfolding.shown('cut')) said.push(`What has left: ${run.left[0] ?? 'nothing'}.`);
  const order = orderIn(page) ?? orderIn(calendar);
  return `${said.join(' ')} The order: ${order ?? 'none'}`;
}
