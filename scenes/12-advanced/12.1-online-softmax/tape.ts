import {
  GAP,
  drag,
  dragNumber,
  svg,
  type PixelFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { cell } from './cell';
import { rows, type Layout, type Span, type Row } from './layout';
import type { Givens, Model } from './model';
import type { Motion } from './motion';
import { raised } from './script';

const NAMES: Readonly<
  Record<Row, { name: string; says: string | SVGTemplateResult; role?: string }>
> = {
  scores: { name: 's', says: 'scores', role: 'input' },
  values: { name: 'v', says: 'values', role: 'value' },
  m: { name: 'm', says: 'largest so far' },
  rescale: { name: 'r', says: 'factor on old sums' },
  l: { name: 'l', says: raised('sum of e', 's − m'), role: 'activation' },
  o: { name: 'o', says: svg`${raised('sum of e', 's − m')} · v`, role: 'value' },
  direct_weights: { name: 'p', says: 'direct softmax', role: 'activation' },
};

/** What each row is, left of it, in every line of the tape. */
export function rowNames(layout: Layout): SVGTemplateResult[] {
  const { unit, row } = layout;
  return Array.from({ length: layout.lines }, (_, line) =>
    rows.map((each) => {
      const { name, says, role } = NAMES[each];
      const y = layout.top(line, each) + row / 2;
      return svg`
        <text class=${`row-name role-${role ?? 'none'}`} x=${layout.margin + 4 * unit} y=${y}
          font-size=${19 * unit}>${name}</text>
        ${layout.terse ? '' : svg`<text class="row-says" x=${layout.margin + 28 * unit} y=${y} font-size=${14.5 * unit}>${says}</text>`}`;
    }),
  ).flat();
}

/** Scores and values in their blocks, and the head that reads them. */
export function tape(
  model: Model,
  layout: Layout,
  frame: PixelFrame<Givens>,
  now: Motion,
  feeding: readonly string[],
): SVGTemplateResult {
  const given = (name: 'scores' | 'values', role: 'input' | 'value') => {
    const full = Math.max(1e-12, ...model[name].map(Math.abs));
    return model[name].map((value, i) =>
      cell(
        {
          at: layout.score(i, name),
          value,
          full,
          tint: { by: 'role', role },
          part: `${name}.${i}`,
          short: true,
          feeding,
          pressed: (event) => press(event, frame, model, name, i),
        },
        layout,
      ),
    );
  };
  return svg`
    ${model.blocks.map((_, b) => bracket(b, layout))}
    ${head(layout, now)}
    ${given('scores', 'input')} ${given('values', 'value')}
    ${grip(model, layout, frame)}`;
}

/** Dragging a cell changes its number in steps of a half, within the range of its given. */
function press(
  event: PointerEvent,
  { stage }: PixelFrame<Givens>,
  model: Model,
  name: 'scores' | 'values',
  at: number,
): void {
  const most = name === 'scores' ? 1000 : 1e6;
  dragNumber(event, model[name][at], 0.5, (x, commit) => {
    const within = Math.min(most, Math.max(-most, x));
    stage.edit({ [name]: model[name].map((old, i) => (i === at ? within : old)) }, commit);
  });
}

/** The outline of a block and its number, counted from 1. */
function bracket(b: number, layout: Layout): SVGTemplateResult[] {
  const { unit } = layout;
  return layout.block(b).map(
    ({ x, y, width }) => svg`
      <rect class="block-outline" x=${x - 5} y=${y - 5} width=${width + 10}
        height=${2 * (layout.row + GAP) - GAP + 10} rx=${10 * unit} />
      <text class="block-number" x=${x + width / 2} y=${y - 20 * unit} font-size=${14.5 * unit}
        >${width > 64 * unit ? `block ${b + 1}` : b + 1}</text>`,
  );
}

const middle = ({ x, width }: Span): number => x + width / 2;

/** The reading head glides from block to block; it rests left of the tape before the first. */
function head(layout: Layout, now: Motion): SVGTemplateResult {
  const { unit } = layout;
  const over = (b: number): Span => layout.block(b)[0];
  const to = over(Math.max(0, now.block));
  const from = now.block > 0 ? over(now.block - 1) : { ...to, x: to.x - to.width };
  const share = now.block < 0 ? 0 : now.arrived;
  const x = middle(from) + (middle(to) - middle(from)) * share;
  const y = from.y + (to.y - from.y) * share - 7 * unit;
  const half = 7 * unit;
  return svg`<path class="reader" d=${`M${x - half} ${y - half} h${2 * half} L${x} ${y + 2} z`}
    opacity=${now.block < 0 ? 0 : 1} />`;
}

/** The first block's right edge can be dragged: how many scores are read at once. */
function grip(model: Model, layout: Layout, { stage }: PixelFrame<Givens>): SVGTemplateResult {
  const { unit } = layout;
  const first = layout.block(0)[0];
  const x = first.x + first.width + 7;
  const height = 2 * (layout.row + GAP) - GAP;
  const pull = (event: PointerEvent): void => {
    let block = model.block;
    drag(
      event,
      (dx) => {
        const next = Math.round(
          Math.min(model.block, model.scores.length) + dx / (layout.cell + GAP),
        );
        const within = Math.min(model.scores.length, Math.max(1, next));
        if (within !== block) stage.edit({ block: (block = within) }, false);
      },
      () => stage.edit({ block }, true),
    );
  };
  return svg`<g class="grip" data-part="block" @pointerdown=${pull}>
    <rect x=${x - 12 * unit} y=${first.y} width=${24 * unit} height=${height} fill="transparent" />
    <rect class="mark grip-bar" x=${x - 2.5 * unit} y=${first.y + height / 2 - 16 * unit}
      width=${5 * unit} height=${32 * unit} rx=${2.5 * unit} />
  </g>`;
}
