import {
  boxBetween,
  decimals,
  eased,
  matrix,
  movable,
  moved,
  nothing,
  picture,
  show,
  shrunk,
  svg,
  svgText,
  textWidth,
  traveller,
  type Box,
  type Frame,
  type Grid,
  type Matrix,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { difference as format } from './formats';
import { layout, type Column, type Layout } from './layout';
import { TOLERANCE, WIDTH, type Givens, type Model } from './model';
import './view.css';

/** The sentence twice: as it is given, and in an order that is dragged; each with what follows from it. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, { stage, ...room }: Frame<Givens>) {
  const { words, order, first, permuted } = model;
  const at = layout(words, room);
  const landed = {
    out: (i: number) => eased(unfolding.sweep('out', i, words.length), 0.3, 1),
    moved: (i: number) => eased(unfolding.sweep('moved', i, words.length), 0.5, 1),
    states: (i: number) => eased(unfolding.sweep('rnn', i, words.length), 0.3, 1),
  };
  const given = {
    title: 'as given',
    words,
    rows: [
      ['X', first.embeddings, () => 1],
      ['out', first.out, landed.out],
      ['states', first.states, landed.states],
    ],
  } as const;
  const other = {
    title: 'in the other order',
    words: order.map((i) => words[i]),
    rows: [
      ['moved', permuted.embeddings, () => 1],
      ['movedOut', permuted.out, landed.moved],
      ['movedStates', permuted.states, landed.states],
    ],
  } as const;
  const compared = unfolding.progress('difference');
  return {
    height: at.height,
    content: svg`
      ${order.map((i, p) => link(at, i, p, compared === 1 ? differs(model, p) : undefined))}
      ${side(at, at.left, given, (i) => chip(at.left.chip(i), words[i], i))}
      ${side(at, at.right, other, (p) => draggedChip(at, model, p, stage))}
      ${onTheWay(at, model, unfolding)}
      ${compared === 1 ? verdict(at, model) : nothing}`,
  };
}

interface Side {
  readonly title: string;
  readonly words: readonly string[];
  /** Embeddings, outputs and states: the part, its values, and how far a row has come about. */
  readonly rows: readonly (readonly [
    part: string,
    values: Matrix,
    visible: (i: number) => number,
  ])[];
}

/** One order: its tokens, their embeddings, what attention makes of them, and the states of the RNN. */
function side(
  at: Layout,
  column: Column,
  { title, words, rows: [embeddings, out, states] }: Side,
  token: (i: number) => SVGTemplateResult,
): SVGTemplateResult {
  const cells = (
    grid: Grid,
    [part, values, visible]: Side['rows'][number],
    role?: 'input' | 'activation',
  ): SVGTemplateResult =>
    matrix(grid, {
      values,
      role,
      format: decimals(2),
      part: (i, j) => `${part}.${i}.${j}`,
      visible,
    });
  const head = (grid: Grid, text: string): SVGTemplateResult =>
    svg`<text class="block-says" x=${grid.x + grid.cell.width + grid.gap / 2} y=${grid.y - 8}
      font-size="14">${text}</text>`;
  const last = column.states.y - at.between;
  return svg`
    <text class="block-name" x=${column.x + column.width / 2} y=${at.top + 16} font-size="16">${title}</text>
    ${
      column.embeddings
        ? svg`${head(column.embeddings, 'embedding')} ${cells(column.embeddings, embeddings, 'input')}`
        : nothing
    }
    ${head(column.out, 'output')} ${cells(column.out, out, 'activation')}
    ${words.map((_, i) => token(i))}
    <text class="order-rnn" x=${column.x} y=${last + at.between - 8} font-size="14">RNN, state after</text>
    ${cells(column.states, states)}
    ${words.map((word, i) => {
      const y = column.states.y + (i + 0.5) * at.pitch - column.states.gap / 2;
      return svg`<text class="order-after" x=${column.states.x - 12} y=${y} font-size="14">${cut(word, column.states.x - 14 - column.x)}</text>`;
    })}`;
}

const chip = (box: Box, word: string, i: number): SVGTemplateResult => svg`<g class="token">
  <rect class="chip" x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx=${box.height / 4} />
  <text x=${box.x + box.width / 2} y=${box.y + box.height / 2} font-size=${sizeIn(word, box)}>${cut(word, box.width - 20)}</text>
  <title>${i} ${word}</title>
</g>`;

/** As much of a word as fits in the smallest type. */
function cut(word: string, room: number): string {
  if (textWidth(word, 14) <= room) return word;
  const kept = [...word].findLastIndex(
    (_, i, all) => textWidth(`${all.slice(0, i).join('')}…`, 14) <= room,
  );
  return `${[...word].slice(0, Math.max(1, kept)).join('')}…`;
}

const sizeIn = (word: string, { width }: Box): number =>
  Math.max(14, Math.min(17, ((width - 20) / textWidth(word, 16)) * 16));

/** A token of the other order, which is dragged up and down, or moved by the arrow keys. */
function draggedChip(
  at: Layout,
  { words, order }: Model,
  p: number,
  stage: Stage<Givens>,
): SVGTemplateResult {
  const box = at.right.chip(p);
  const word = words[order[p]];
  return movable(
    {
      name: `position of ${word}`,
      says: `${p} of 0 to ${words.length - 1}`,
      position: p,
      count: words.length,
      move: (to, commit) => stage.edit({ order: moved(order, p, to) }, commit),
    },
    at.pitch,
    svg`${chip(box, word, p)}${words.length > 1 ? grip(box) : nothing}`,
  );
}

/** Small arrows: it goes up and down. */
const grip = ({ x, y, height }: Box): SVGTemplateResult =>
  svg`<path class="order-grip" d=${`M${x + 5} ${y + height / 2 - 5}l4 -4l4 4M${x + 5} ${y + height / 2 + 5}l4 4l4 -4`} />`;

const differs = ({ first, permuted, order }: Model, p: number): boolean =>
  permuted.out[p].some((x, k) => Math.abs(x - first.out[order[p]][k]) > TOLERANCE);

/** From a token to where it stands in the other order; once compared, whether its output is the same. */
function link(
  { left, right }: Layout,
  i: number,
  p: number,
  differ: boolean | undefined,
): SVGTemplateResult {
  const [from, to] = [left.outBox(i), right.chip(p)];
  const [x, y] = [from.x + from.width + 5, from.y + from.height / 2];
  const [end, down] = [to.x - 5, to.y + to.height / 2];
  const middle = (x + end) / 2;
  const kind = differ === undefined ? '' : differ ? 'differs' : 'same';
  return svg`<path class="order-link ${kind}" d="M${x} ${y} C${middle} ${y} ${middle} ${down} ${end} ${down}" />`;
}

/** Embeddings on their way to the other order, then outputs on their way to be compared. */
function onTheWay(at: Layout, { order, first }: Model, unfolding: Unfolding) {
  const rows = (
    step: string,
    values: Matrix,
    from: (i: number) => Box,
    to: (p: number) => Box,
  ): SVGTemplateResult[] =>
    order.flatMap((i, p) => {
      const fraction = unfolding.sweep(step, p, order.length);
      if (fraction <= 1e-6 || fraction >= 1) return [];
      const box = boxBetween(from(i), to(p), eased(fraction, 0, 0.8));
      const half = box.width / WIDTH;
      return values[i].map((x, k) =>
        traveller(shrunk({ ...box, x: box.x + k * half, width: half }, 0.86), x, {
          style: 'fixed',
          format: decimals(2),
        }),
      );
    });
  const { left, right } = at;
  return svg`
    ${rows(
      'moved',
      first.embeddings,
      (i) => left.inBox(i),
      (p) => right.inBox(p),
    )}
    ${rows(
      'difference',
      first.out,
      (i) => left.outBox(i),
      (p) => right.outBox(p),
    )}`;
}

function verdict({ right, between }: Layout, { difference, equivariant }: Model) {
  const same = equivariant === 'yes';
  const { x, width, y, height } = right.outBox(right.rows - 1);
  const says = same
    ? `same rows: $Δ$ is ${show(difference, format)}`
    : `other rows: $Δ$ ≈ ${show(difference, format)}`;
  return svg`<text class=${same ? 'order-verdict role-activation' : 'order-verdict role-gradient'}
    data-part="difference" x=${x + width} y=${y + height + Math.min(20, between / 2)} font-size="15">${svgText(says)}</text>`;
}
