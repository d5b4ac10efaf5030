import {
  boxAround,
  boxAt,
  boxBetween,
  eased,
  isStamped,
  landed,
  mapMatrix,
  matrix,
  nothing,
  outline,
  painting,
  picture,
  print,
  readPainting,
  rowMotion,
  shrunk,
  svg,
  svgText,
  sweepCell,
  textWidth,
  traveller,
  type Colour,
  type Frame,
  type Grid,
  type Matrix,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { HEAD, layout, type Layout } from './layout';
import { attend, maskOf, type Attention, type Givens, type Model } from './model';
import './view.css';

/** The scores, the mask that is painted, and the attention that follows, right or wrong. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

export const colours: readonly Colour[] = [
  { value: 0, says: 'open' },
  { value: -Infinity, says: 'hidden' },
];

/** What is on show: the reader's own mask and what it leads to, or the solution as far as it is unfolded. */
interface Shown {
  /** Cells not yet known are NaN. */
  readonly mask: Matrix | undefined;
  readonly attention: Attention;
  /** How far the mask has come down on a score, and a row of weights has come about, 0 to 1. */
  added(i: number, j: number): number;
  landed(i: number): number;
}

function shownOf(model: Model, unfolding: Unfolding, own: Matrix | undefined): Shown {
  const { n, scores, mask, leak } = model;
  if (unfolding.progress('mask') === 0) {
    const followed = own ?? maskOf(n, () => false);
    return {
      mask: own,
      attention: attend(scores, leak ? maskOf(n, () => false) : followed),
      added: () => (own && !leak ? 1 : 0),
      landed: () => (own ? 1 : 0),
    };
  }
  return {
    mask: mapMatrix(mask, (x, i) => (unfolding.sweep('mask', i, n) > 0.5 ? x : NaN)),
    attention: model,
    added: (i, j) => (!leak && isStamped(unfolding, 'masked', scores, i, j) ? 1 : 0),
    landed: (i) => landed(unfolding.sweep('weights', i, n)),
  };
}

function draw(model: Model, unfolding: Unfolding, { stage, ...room }: Frame<Givens>) {
  const { n, scores, tokens, leak } = model;
  const at = layout(n, room);
  const own = readPainting(stage.predicted.read('mask'), [n, n]);
  const shown = shownOf(model, unfolding, own);
  const { masked, weights } = shown.attention;
  const isOwn = unfolding.progress('mask') === 0;
  const plus = !leak && (isOwn ? own !== undefined : unfolding.shown('masked'));

  const scored = mapMatrix(scores, (s, i, j) => (shown.added(i, j) > 0 ? masked[i][j] : s));
  const attended = mapMatrix(weights, (w) => (Number.isNaN(w) ? 0 : w));
  return {
    height: at.height,
    content: svg`
      ${head(at.scores, room.width, plus ? '$S + M$' : 'scores $S$')}
      ${rowNames(at.scores, model)}
      ${matrix(at.scores, {
        values: scored,
        style: 'short',
        part: (i, j) => (shown.added(i, j) > 0 ? `masked.${i}.${j} ` : '') + `scores.${i}.${j}`,
      })}
      ${at.stacked ? nothing : sign(at)}
      <g class=${isOwn && !own ? 'blank-mask' : nothing} opacity=${leak && !isOwn ? 0.4 : 1}>
        ${head(at.mask, room.width, maskName(model, unfolding, isOwn && !own), 'visible')}
        ${at.stacked ? rowNames(at.mask, model) : nothing}
        ${painting({
          grid: at.mask,
          values: shown.mask,
          colours,
          label: 'mask, to be painted',
          cell: (i, j) => `${i} ${tokens[i]} looks at ${j} ${tokens[j]}`,
          part: (i, j) => `mask.${i}.${j}`,
          paint: isOwn ? (values) => stage.predicted.write('mask', print(values)) : undefined,
        })}
      </g>
      ${arrowTo(at, room.width)}
      ${head(at.weights, room.width, 'attention $A$')}
      ${flags(at, model, shown)}
      ${matrix(at.weights, {
        values: attended,
        style: 'share',
        tint: 'share',
        role: 'activation',
        part: (i, j) => `weights.${i}.${j}`,
        visible: (i) => (Number.isNaN(weights[i][0]) ? 0 : shown.landed(i)),
      })}
      ${leak ? nothing : addition(at, model, unfolding)}
      ${rowMotion(unfolding, 'weights', [
        { grid: at.scores, values: masked },
        { grid: at.weights, values: weights },
      ])}`,
  };
}

/** What the mask is called: what is to be done with it, and how many of its cells are open once that is known. */
function maskName({ leak, visible }: Model, unfolding: Unfolding, blank: boolean): string {
  if (blank) return 'paint the mask $M$';
  const count = unfolding.shown('visible') ? `: $v = ${visible}$ open` : '';
  return leak ? `$M$${count}, left out` : `mask $M$${count}`;
}

/** The name of a table and, where they fit, the numbers of its columns. */
function head(grid: Grid, room: number, name: string, part?: string): SVGTemplateResult {
  const { x, y, width } = boxAround(grid);
  const middle = Math.min(x + width / 2, room - textWidth(name, 16) / 2 - 2);
  const { columns, cell } = grid;
  return svg`<text class="block-name" data-part=${part ?? nothing} x=${middle} y=${y - 27}
      font-size="16">${svgText(name)}</text>
    ${
      cell.width < textWidth(String(columns - 1), 14)
        ? nothing
        : Array.from({ length: columns }, (_, j) => {
            const box = boxAt(grid, 0, j);
            return svg`<text class="causal-index" x=${box.x + box.width / 2} y=${y - 8}
              font-size="14">${j}</text>`;
          })
    }`;
}

/** The token of every row, with its number. */
function rowNames(grid: Grid, { tokens }: Model, flagged?: (i: number) => boolean) {
  return tokens.map((token, i) => {
    const { x, y, height } = boxAt(grid, i, 0);
    return svg`<text class=${flagged?.(i) ? 'causal-token role-gradient' : 'causal-token'}
      data-part=${flagged ? `ahead.${i}` : nothing} x=${x - 8} y=${y + height / 2}
      font-size="14">${i} ${token}</text>`;
  });
}

function sign({ scores, mask }: Layout): SVGTemplateResult {
  const { x, y, width, height } = boxAround(scores);
  return svg`<text class="sign" x=${(x + width + mask.x) / 2} y=${y + height / 2} font-size="26">+</text>`;
}

/** From the scores, or what stands lowest, down to the weights. */
function arrowTo({ scores, mask, weights, stacked }: Layout, room: number): SVGTemplateResult {
  const from = boxAround(stacked ? mask : scores);
  const x = from.x + from.width / 2;
  const [top, bottom] = [from.y + from.height + 6, weights.y - HEAD + 2];
  const says = 'softmax of each row';
  const fits = x + 14 + textWidth(says, 14) <= room;
  return svg`<g class="arrow">
    <path d="M${x} ${top} V${bottom} M${x - 6} ${bottom - 8} L${x} ${bottom} L${x + 6} ${bottom - 8}" />
    <text class=${fits ? 'causal-step' : 'causal-step before'} x=${fits ? x + 14 : x - 14}
      y=${(top + bottom) / 2} font-size="14">${says}</text>
  </g>`;
}

/** What each row predicts, and whether it has looked ahead. */
function flags(at: Layout, model: Model, shown: Shown): SVGTemplateResult {
  const { weights: grid, notes } = at;
  const { n, next } = model;
  const { weights, ahead } = shown.attention;
  const isKnown = (i: number): boolean => shown.landed(i) === 1;
  const looks = (i: number): boolean => isKnown(i) && ahead[i] > 0;
  const blind = (i: number): boolean => isKnown(i) && Number.isNaN(ahead[i]);
  const looking = next.filter((_, i) => looks(i)).length;
  const says = (i: number): string => {
    if (blind(i)) return 'sees nothing: 0 ÷ 0';
    if (!looks(i)) return `predicts “${next[i]}”`;
    return weights[i][i + 1] > 0 ? `predicts “${next[i]}”, and sees it` : 'looks ahead';
  };
  const { x, y, width, height } = boxAround(grid);
  const fits = next.every((_, i) => textWidth(says(i), 14) + 14 <= notes);
  return svg`
    ${rowNames(grid, model, (i) => looks(i) || blind(i))}
    ${next.map((_, i) => {
      const box = boxAt(grid, i, n - 1);
      return svg`
        ${looks(i) ? outline(boxAround(grid, { i, rows: 1 }), 'gradient') : nothing}
        ${
          fits
            ? svg`<text class=${looks(i) || blind(i) ? 'causal-note role-gradient' : 'causal-note'}
                data-part="ahead.${i}" x=${x + width + 14} y=${box.y + box.height / 2}
                font-size="14">${says(i)}</text>`
            : nothing
        }`;
    })}
    ${
      isKnown(n - 1)
        ? svg`<text class=${looking > 0 ? 'causal-verdict role-gradient' : 'causal-verdict'}
            x=${x} y=${y + height + 21} font-size="16">${verdict(looking)}</text>`
        : nothing
    }`;
}

function verdict(looking: number): string {
  if (looking === 0) return 'No row looks ahead.';
  return looking === 1 ? 'One row looks ahead.' : `${looking} rows look ahead.`;
}

/** When a cell of the mask has come down on its score. */
const ARRIVES = 0.6;

/** The mask on its way onto the scores, cell by cell. */
function addition({ scores: to, mask: from }: Layout, model: Model, unfolding: Unfolding) {
  return model.mask.map((row, i) =>
    row.map((x, j) => {
      const fraction = sweepCell(unfolding, 'masked', model.scores, i, j);
      if (fraction <= 1e-6 || fraction >= ARRIVES) return nothing;
      const [start, end] = [from, to].map((grid) => shrunk(boxAt(grid, i, j), 0.8));
      return traveller(boxBetween(start, end, eased(fraction, 0, ARRIVES)), x);
    }),
  );
}
