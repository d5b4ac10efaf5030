import {
  boxBetween,
  carry,
  nothing,
  picture,
  svg,
  type Box,
  type Frame,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { isMask, isObjective, type Mask, type Objective } from './masks';
import { MODELS, names, type Givens, type Model, type Name } from './model';
import { heightOf, paper } from './papers';
import { drawnTraining } from './training';
import './view.css';

/** The models with what they are matched with, and the cards that are dragged onto them. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const GAP = 14;
const TITLE = 30;
const LEAD = 24;
/** Narrower than this the models stand one below the other, and the cards above them. */
const NARROW = 420;

/** What a model is matched with: by the reader or, from its step on, by the solution. */
interface Chosen {
  readonly mask?: Mask | undefined;
  readonly objective?: Objective | undefined;
}

type Cards = ReadonlyMap<Mask | Objective, Box>;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width, stage } = frame;
  const narrow = width < NARROW;
  // Masks are drawn as large as leaves room for the training pairs.
  const grid = narrow ? 36 : Math.min(84, Math.max(30, (frame.height - 330) / 3.5));
  const tray = cardsIn(model, width, narrow, grid);
  const wide = narrow ? width : (width - 2 * GAP) / 3;
  const lead = 'Drag each card onto the model it belongs to';

  let top = narrow ? tray.height + LEAD + GAP : 0;
  const columns = names.map((name, k) => {
    const x = narrow ? 0 : k * (wide + GAP);
    const drawn = column(model, unfolding, stage, name, {
      ...{ x, y: top, width: wide, narrow, grid },
    });
    if (narrow) top += drawn.height + GAP;
    return drawn;
  });
  const tallest = narrow ? 0 : Math.max(...columns.map(({ height }) => height));
  const trayTop = narrow ? 0 : Math.max(tallest + GAP, frame.height - tray.height - LEAD - 4);
  const whole = narrow ? top : trayTop + LEAD + tray.height + 4;
  // Once the solution has begun, cards that have no room give way to what is made of them.
  const lies = narrow || whole <= frame.height || stage.grows || unfolding.t === 0;
  const cards: Cards = new Map(
    [...tray.cards].map(([name, box]) => [name, { ...box, y: box.y + trayTop + LEAD }]),
  );

  return {
    height: lies ? whole : tallest,
    content: svg`
      ${columns.map(({ content }) => content)}
      ${
        lies
          ? svg`<text class="block-says" x=${width / 2} y=${trayTop + 15} font-size="14">${lead}</text>`
          : nothing
      }
      ${(lies ? [...cards] : []).map(([name, box]) =>
        card(name, { ...box, grid }, (onto) => matched(stage, unfolding, name, onto)),
      )}
      ${names.map((name, k) => flying(model, unfolding, name, { cards, slots: columns[k].slots, grid }))}`,
  };
}

/** The cards as they lie: masks in one row or two, objectives below. */
function cardsIn({ cards }: Model, width: number, narrow: boolean, grid: number) {
  const across = narrow ? 2 : 4;
  const wide = (width - 4 - (across - 1) * 8) / across;
  const high = heightOf(wide, grid);
  const rows = Math.ceil(cards.masks.length / across);
  const below = rows * (high.mask + 8);
  const abreast = narrow ? 2 : 3;
  const third = (width - 4 - (abreast - 1) * 8) / abreast;
  const boxes = new Map<Mask | Objective, Box>();
  cards.masks.forEach((mask, k) => {
    const [row, column] = [Math.floor(k / across), k % across];
    boxes.set(mask, {
      ...{ x: 2 + column * (wide + 8), y: row * (high.mask + 8) },
      ...{ width: wide, height: high.mask },
    });
  });
  cards.objectives.forEach((objective, k) => {
    const [row, column] = [Math.floor(k / abreast), k % abreast];
    boxes.set(objective, {
      ...{ x: 2 + column * (third + 8), y: below + row * (high.objective + 8) },
      ...{ width: third, height: high.objective },
    });
  });
  const lines = Math.ceil(cards.objectives.length / abreast);
  return { cards: boxes, height: below + lines * (high.objective + 8) - 8 };
}

/** A box, and how large masks are drawn in it. */
interface CardBox extends Box {
  readonly grid: number;
}

const card = (
  name: Mask | Objective,
  box: CardBox,
  dropped: (onto: Element) => void,
): SVGTemplateResult => svg`<g class="pairs-card pairs-free"
  @pointerdown=${(event: PointerEvent) => carry(event, '[data-slot]', dropped)}>
  <rect class="pairs-card-box" x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="8" />
  ${paper(name, box, box.grid)}
</g>`;

/** A card was let go over a slot: the prediction is what is chosen there now. */
function matched(
  { predicted }: Stage<Givens>,
  unfolding: Unfolding,
  card: Mask | Objective,
  onto: Element,
): void {
  const name = names.find((each) => each === onto.getAttribute('data-slot'));
  if (!name || unfolding.shown(name)) return;
  const { mask = '', objective = '' } = predictedFor(predicted.read(name));
  predicted.write(name, isMask(card) ? `${card},${objective}` : `${mask},${card}`);
}

function predictedFor(text: string): Chosen {
  const [mask = '', objective = ''] = text.split(',').map((word) => word.trim());
  return {
    mask: isMask(mask) ? mask : undefined,
    objective: isObjective(objective) ? objective : undefined,
  };
}

interface Placing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly narrow: boolean;
  /** How large masks are drawn. */
  readonly grid: number;
}

/** A model: its slots, and the sentence as its objective makes training pairs of it. */
function column(
  model: Model,
  unfolding: Unfolding,
  { predicted }: Stage<Givens>,
  name: Name,
  { x, y, width, narrow, grid }: Placing,
) {
  const known = unfolding.shown(name);
  const going = unfolding.progress(name) > 0;
  const chosen: Chosen = known
    ? { mask: model[name][0], objective: model[name][1] }
    : going
      ? {}
      : predictedFor(predicted.read(name));
  const half = narrow ? (width - 12) / 2 : width - 4;
  const high = heightOf(half, grid);
  const mask = { x: x + 2, y: y + TITLE, width: half, height: high.mask };
  const objective = narrow
    ? { ...mask, x: x + 10 + half }
    : { ...mask, y: mask.y + high.mask + 8, height: high.objective };
  const below = objective.y + objective.height + 10;
  const leaks = chosen.objective === 'next token' && chosen.mask === 'bidirectional';
  const training =
    chosen.objective &&
    drawnTraining(
      model.training[chosen.objective],
      { x: x + 4, y: below, width: width - 8 },
      leaks ? 'Every target is in sight.' : undefined,
    );
  return {
    slots: { mask, objective },
    height: below - y + (training ? training.height : 0),
    content: svg`
      <text class="pairs-model" data-part=${name} x=${narrow ? x + 36 : x + width / 2} y=${y + 20}
        font-size="20">${MODELS[name]}</text>
      ${slot(name, 'mask', { ...mask, grid }, chosen.mask)}
      ${slot(name, 'objective', { ...objective, grid }, chosen.objective)}
      ${training ? training.content : nothing}`,
  };
}

const slot = (
  name: Name,
  wanted: string,
  box: CardBox,
  chosen: Mask | Objective | undefined,
): SVGTemplateResult => svg`<g class=${chosen ? 'pairs-slot pairs-card' : 'pairs-slot empty'} data-slot=${name}
    data-part=${name}>
  <rect class="pairs-slot-box" x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="8" />
  ${
    chosen
      ? paper(chosen, box, box.grid)
      : svg`<text x=${box.x + box.width / 2} y=${box.y + box.height / 2} font-size="15">${wanted}</text>`
  }
</g>`;

/** The cards of a model on their way, while its step is unfolding. */
function flying(
  model: Model,
  unfolding: Unfolding,
  name: Name,
  {
    cards,
    slots,
    grid,
  }: {
    readonly cards: Cards;
    readonly slots: { readonly mask: Box; readonly objective: Box };
    readonly grid: number;
  },
): SVGTemplateResult | typeof nothing {
  const progress = unfolding.progress(name);
  if (progress === 0 || unfolding.shown(name)) return nothing;
  const [mask, objective] = model[name];
  const moves = [
    [mask, slots.mask],
    [objective, slots.objective],
  ] as const;
  return svg`${moves.map(([card, to]) => {
    const box = boxBetween(cards.get(card)!, to, progress);
    return svg`<g class="pairs-card">
      <rect class="pairs-card-box" x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="8" />
      ${paper(card, box, grid)}
    </g>`;
  })}`;
}
