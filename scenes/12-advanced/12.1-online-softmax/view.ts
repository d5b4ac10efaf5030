import {
  boxBetween,
  dragVector,
  handle,
  landed,
  nothing,
  picture,
  rowOfCells,
  cell,
  show,
  shrunk,
  svg,
  svgText,
  traveller,
  type Box,
  type Frame,
  type Role,
  type RowDrawing,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { bars } from './bars';
import { layoutOf, rows, type Layout, type Row } from './layout';
import type { Givens, Model } from './model';
import { motion, type Motion, type Register } from './motion';
import { differenceFormat } from './solution';
import './view.css';

/** The tape, the registers under each block, the naive sum, the direct way, and the sums as bars. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const NAMES: Readonly<Record<Row, { name: string; says: string; role?: Role }>> = {
  scores: { name: '$s$', says: 'scores', role: 'input' },
  values: { name: '$v$', says: 'values', role: 'value' },
  m: { name: '$m$', says: 'largest so far' },
  rescale: { name: '$r$', says: 'factor on old sums' },
  l: { name: '$\\ell$', says: '$Σ\\exp(s-m)$', role: 'activation' },
  o: { name: '$o$', says: '$Σ\\exp(s-m)\\cdot v$', role: 'value' },
  naive: { name: '$n$', says: 'naive: $Σ\\exp(s)$', role: 'gradient' },
  direct_weights: { name: '$p$', says: 'direct softmax', role: 'activation' },
  out: { name: 'out', says: '' },
};

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model, frame);
  const now = motion(model, unfolding);
  return {
    height: layout.height,
    content: svg`<g class="online-softmax">
      ${rows.map((row) => rowName(row, layout))}
      ${tape(model, layout, now, frame.stage)} ${registers(model, layout, now)}
      ${direct(model, layout, unfolding)} ${results(model, layout, unfolding)}
      ${bars(model, layout.bars, now)} ${carried(model, layout, now, unfolding)}
    </g>`,
  };
}

/** What a row is, left of it. */
function rowName(row: Row, { margin, terse, score }: Layout) {
  const { name, says, role } = NAMES[row];
  const { y, height } = score(0, row);
  const middle = y + height / 2;
  return svg`
    <text class=${`row-name role-${role ?? 'none'}`} x=${margin + 4} y=${middle} font-size="19">${svgText(name)}</text>
    ${terse ? nothing : svg`<text class="row-says" x=${margin + 34} y=${middle} font-size="15">${svgText(says)}</text>`}`;
}

/** Scores and values in their blocks, the head that reads them, and the edge that sizes a block. */
function tape(model: Model, layout: Layout, now: Motion, stage: Stage<Givens>) {
  const given = (id: 'scores' | 'values', role: Role, most: number) => {
    const values = model[id];
    const drag = dragVector(stage, id, values, { min: -most, max: most, step: 0.5 });
    const boxes = values.map((_, i) => layout.score(i, id));
    const pressed = (i: number) => ({ pressed: (press: PointerEvent) => drag(press, i) });
    return rowOfCells({ id, values, boxes, role, style: 'short', cell: pressed });
  };
  const first = layout.block(0, 'scores');
  const count = model.scores.length;
  const from = Math.min(model.block, count);
  return svg`
    ${model.blocks.map((_, b) => outlineOf(b, layout))} ${head(layout, now)}
    ${given('scores', 'input', 1000)} ${given('values', 'value', 1e6)}
    ${handle<Givens>({
      ...{ stage, name: 'block', from, range: { min: 1, max: count, step: 1 } },
      x: first.x + first.width + 8,
      y: layout.score(0, 'values').y - 2,
      along: 'x',
      changes: 'how many scores are read at a time',
      part: 'block',
      to: (dx) => from + dx / layout.pitch,
    })}`;
}

/** The outline of a block and its number. */
function outlineOf(b: number, layout: Layout) {
  const { x, y, width } = layout.block(b, 'scores');
  const below = layout.block(b, 'values');
  return svg`
    <rect class="block-outline" x=${x - 5} y=${y - 5} width=${width + 10}
      height=${below.y + below.height - y + 10} rx="10" />
    <text class="block-number" x=${x + width / 2} y=${y - 22} font-size="14">${width > 64 ? `block ${b}` : b}</text>`;
}

/** The reading head glides from block to block; there is none before the first. */
function head(layout: Layout, now: Motion) {
  if (now.block < 0) return nothing;
  const middle = (b: number): number => {
    const { x, width } = layout.block(b, 'scores');
    return x + width / 2;
  };
  const to = middle(now.block);
  const from = now.block > 0 ? middle(now.block - 1) : to - layout.pitch;
  const x = from + (to - from) * now.arrived;
  const { y } = layout.block(0, 'scores');
  return svg`<path class="reader" d=${`M${x - 7} ${y - 17} h14 L${x} ${y - 8} z`} />`;
}

/** What the registers hold after each block, and the naive sum as float32 holds it. */
function registers(model: Model, layout: Layout, now: Motion) {
  const row = (id: Register, look: Partial<RowDrawing> = {}) => {
    const values = id === 'naive' ? model.naive.map(({ sum }) => sum) : model[id];
    const boxes = values.map((_, b) => layout.block(b, id));
    const visible = (b: number) => ({ visible: landed(now.carried(id, b)) });
    return rowOfCells({ id, values, boxes, role: NAMES[id].role, cell: visible, ...look });
  };
  return svg`
    ${row('m', { style: 'short' })} ${row('rescale', { style: 'short', tint: 'share' })}
    ${row('l')} ${row('o')} ${row('naive', { tint: 'none' })}`;
}

/** The softmax of all scores at once. */
function direct({ direct_weights: values }: Model, layout: Layout, unfolding: Unfolding) {
  return rowOfCells({
    ...{ id: 'direct_weights', values, role: 'activation', style: 'share', tint: 'share' },
    boxes: values.map((_, i) => layout.score(i, 'direct_weights')),
    cell: () => ({ visible: landed(unfolding.sweep('direct', 0, 2)) }),
  });
}

/** The streamed result, and beside it the direct one with what is between them. */
function results(model: Model, { out, direct: box, terse }: Layout, unfolding: Unfolding) {
  const middle = out.y + out.height / 2;
  const shown = unfolding.shown('direct');
  const says = shown ? `differs by ${show(model.difference, differenceFormat)}` : '';
  return svg`
    ${cell(out, { value: model.out, part: 'out', visible: landed(unfolding.sweep('out', 0, 1)) })}
    <text class="sign" x=${(out.x + out.width + box.x) / 2} y=${middle} font-size="22">≈</text>
    ${cell(box, { value: model.direct, part: 'direct', visible: landed(unfolding.sweep('direct', 1, 2)) })}
    <text class="row-says" data-part="difference" x=${box.x + box.width + 10} y=${middle}
      font-size=${terse ? 14 : 15}>${terse && shown ? says : `direct${shown ? `, ${says}` : ''}`}</text>`;
}

/** A number and where it stands. */
type Source = readonly [value: number, box: Box];

/** Numbers on their way to the cell they are used for. */
const fly = (from: readonly Source[], to: Box, fraction: number) =>
  fraction > 0 && fraction < 1
    ? svg`${from.map(([value, box]) =>
        traveller(boxBetween(shrunk(box, 0.8), shrunk(to, 0.6), fraction), value),
      )}`
    : nothing;

/** What is being computed: each number travels from the cells that it is made of. */
function carried(model: Model, layout: Layout, now: Motion, unfolding: Unfolding) {
  const { blocks, m, l, o, rescale, scores, values, naive, direct_weights } = model;
  const b = now.block;
  const block = blocks[b] ?? [];
  const all = scores.map((_, i) => i);
  const last = blocks.length - 1;
  const after = (row: Register, list: readonly number[], n: number): Source[] =>
    n < 0 ? [] : [[list[n], layout.block(n, row)]];
  const read = (row: Row, list: readonly number[], positions: readonly number[]): Source[] =>
    positions.map((i) => [list[i], layout.score(i, row)]);
  const register = (row: Register, ...from: readonly Source[][]) =>
    b < 0 ? nothing : fly(from.flat(), layout.block(b, row), now.carried(row, b));
  const sums = naive.map(({ sum }) => sum);
  const brought = read('scores', scores, block);
  const weighing = unfolding.progress('direct', 0, 0.5);
  return svg`
    ${register('m', after('m', m, b - 1), brought)}
    ${register('rescale', after('m', m, b - 1), after('m', m, b))}
    ${register('l', after('l', l, b - 1), after('rescale', rescale, b), brought)}
    ${register('o', after('o', o, b - 1), after('rescale', rescale, b), read('values', values, block))}
    ${register('naive', after('naive', sums, b - 1), brought)}
    ${fly([...after('o', o, last), ...after('l', l, last)], layout.out, unfolding.progress('out'))}
    ${all.map((i) => fly(read('scores', scores, all), layout.score(i, 'direct_weights'), weighing))}
    ${fly(
      [...read('direct_weights', direct_weights, all), ...read('values', values, all)],
      layout.direct,
      unfolding.progress('direct', 0.5, 1),
    )}`;
}
