import {
  cell,
  dragSteps,
  picture,
  svg,
  svgText,
  textWidth,
  type Cell,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { carried } from './carried';
import { layoutOf, type Layout } from './layout';
import type { Givens, Model } from './model';
import { motionOf, type Motion } from './motion';
import { panel } from './panel';
import { pipes } from './pipes';
import { valve } from './valve';
import './view.css';

/** The cell on its conveyor, and the three valves on what is kept, written and shown. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model, frame);
  const now = motionOf(model, unfolding);
  return {
    height: layout.height,
    content: svg`
      ${pipes(model, layout, now)} ${stations(layout)} ${valves(model, layout, now, frame.stage)}
      ${cells(model, layout, now, frame.stage)} ${panel(model, layout, now, frame.stage)}
      ${carried(model, layout, now)}`,
  };
}

/** Where two flows become one, and where tanh acts. */
function stations({ input, belt, tanh }: Layout) {
  const [x, y] = [tanh.x + tanh.width / 2, tanh.y + tanh.height / 2];
  return svg`
    <g class="join"><circle cx=${input.x} cy=${belt} r="15" />
      <text x=${input.x} y=${belt + 7} font-size="20">+</text></g>
    <g class="bend"><rect x=${tanh.x} y=${tanh.y} width=${tanh.width} height=${tanh.height} rx="15" />
      <text x=${x} y=${y + 5} font-size="15">tanh</text></g>`;
}

function valves(model: Model, layout: Layout, now: Motion, stage: Stage<Givens>) {
  const { forget, input, output, bore, narrow } = layout;
  // Beside the panel, which has its value, the input gate has less room.
  const crowded = layout.panel !== undefined && layout.panel.y < input.y;
  const named = (name: string) => (narrow ? name : `${name} gate`);
  const common = (gate: 'f' | 'i' | 'o') => ({
    ...{ stage, gate, bore, free: model.gates === 'given' },
    open: now.known(gate) === 1 ? model[gate] : undefined,
  });
  return svg`
    ${valve({ ...common('f'), name: named('forget'), ...forget, along: 'x', says: 'right' })}
    ${valve({ ...common('i'), name: named('input'), ...input, along: 'y', says: crowded ? 'right' : 'left', brief: crowded && narrow })}
    ${valve({ ...common('o'), name: named('output'), ...output, along: 'y', says: 'right' })}`;
}

/** The numbers: givens that can be dragged, and what the steps make of them. */
function cells(model: Model, layout: Layout, now: Motion, stage: Stage<Givens>) {
  const after = (progress: number, from = 0.9): number =>
    Math.min(1, Math.max(0, (progress - from) / (1 - from)));
  const draw = (
    name: 'c_prev' | 'c_tilde' | 'kept' | 'written' | 'c' | 'squashed' | 'h',
    drawn: Partial<Cell>,
  ) => cell(layout[name], { value: model[name], part: name, role: 'activation', ...drawn });
  const drag = (name: 'c_prev' | 'c_tilde', range: { min: number; max: number; step: number }) =>
    dragSteps<Givens>({ stage, name, from: model[name], range });
  const candidate =
    model.gates === 'given'
      ? { style: 'short' as const, pressed: drag('c_tilde', { min: -1, max: 1, step: 0.05 }) }
      : {};
  const tint = 'sign';
  const full = Math.max(1, Math.abs(model.c_prev) + Math.abs(model.c_tilde));
  return svg`
    ${draw('c_prev', { style: 'short', pressed: drag('c_prev', { min: -1000, max: 1000, step: 0.1 }) })}
    ${draw('c_tilde', { ...candidate, visible: now.known('c_tilde') === 1 ? 1 : 0 })}
    ${draw('kept', { style: 'short', visible: after(now.keeping) })}
    ${draw('written', { style: 'short', visible: after(now.writing) })}
    ${draw('c', { tint, full, visible: after(now.adding) })}
    ${draw('squashed', { visible: after(now.showing, 0.6) })}
    ${draw('h', { tint, full, visible: after(now.showing) })}
    ${names(layout)}`;
}

const NAMES = [
  ['c_prev', '$c_{t-1}$', 'old cell'],
  ['c', '$c_t$', 'new cell'],
  ['c_tilde', '$\\tilde c$', 'candidate'],
  ['h', '$h_t$', 'hidden state'],
] as const;

/** A symbol and what it stands for: above the conveyor, or below a cell at the end of a pipe. */
function names(layout: Layout) {
  const { belt, bore, narrow } = layout;
  return NAMES.map(([part, symbol, says]) => {
    const { x, y, width, height } = layout[part];
    const above = part === 'c' || part === 'c_prev';
    const text = narrow ? symbol : `${symbol} ${says}`;
    // The name of a cell at the edge is wider than the cell.
    const middle = Math.max(x + width / 2, textWidth(text, 15) / 2 + 2);
    return svg`<text class="role-activation" x=${middle}
      y=${above ? belt - bore / 2 - 10 : y + height + 20} text-anchor="middle" font-size="15"
      >${svgText(text)}</text>`;
  });
}
