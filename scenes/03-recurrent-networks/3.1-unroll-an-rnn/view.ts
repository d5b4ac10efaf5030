import {
  cell,
  dragSteps,
  dragVector,
  nothing,
  picture,
  svg,
  svgText,
  textWidth,
  type Box,
  type Cell,
  type Frame,
  type Role,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { carried, edges } from './edges';
import { layoutOf, type Layout } from './layout';
import type { Givens, Model } from './model';
import { reached } from './motion';
import { operatingPoints } from './tanh-chart';

/** The weights, the chain of units they act in, and the curve of tanh with every step on it. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model, frame);
  return {
    height: layout.height,
    content: svg`
      ${bank(model, layout, frame)} ${edges(model, layout)} ${inputs(model, layout, frame.stage)}
      ${states(model, layout, unfolding, frame.stage)} ${output(model, layout, unfolding)}
      ${operatingPoints(model, unfolding, layout, frame)} ${carried(model, layout, unfolding)}`,
  };
}

const range = { min: -1000, max: 1000, step: 0.1 };

/** A name above a cell, or below it. */
function name(text: string, { x, y, width, height }: Box, role: Role, below = false) {
  if (textWidth(text, 16) > width + 2) return nothing;
  return svg`<text class=${`role-${role}`} x=${x + width / 2} y=${below ? y + height + 20 : y - 10}
    text-anchor="middle" font-size="16">${svgText(text)}</text>`;
}

const WEIGHTS = [
  ['w_xh', '$w_{xh}$'],
  ['w_hh', '$w_{hh}$'],
  ['b_h', '$b_h$'],
  ['w_hy', '$w_{hy}$'],
  ['b_y', '$b_y$'],
] as const;

/** The weights: there is one of each, however long the chain. */
function bank(model: Model, layout: Layout, { stage, width }: Frame<Givens>) {
  const last = layout.bank[4];
  const note = 'one set of weights for all steps';
  const x = last.x + last.width + 16;
  return svg`
    ${WEIGHTS.map(([id, text], i) => {
      const box = layout.bank[i];
      const pressed = dragSteps<Givens>({ stage, name: id, from: model[id], range });
      return svg`${name(text, box, 'weight')}
        ${cell(box, { value: model[id], part: id, role: 'weight', style: 'short', pressed })}`;
    })}
    ${
      x + textWidth(note, 15) > width
        ? nothing
        : svg`<text class="explanation" x=${x} y=${last.y + last.height / 2 + 5} font-size="15">${note}</text>`
    }`;
}

function inputs({ x }: Model, layout: Layout, stage: Stage<Givens>) {
  const drag = dragVector(stage, 'x', x, { ...range, step: 0.5 });
  return x.map((value, i) => {
    const box = layout.input(i + 1);
    return svg`${name(`$x_{${i + 1}}$`, box, 'input', true)}
      ${cell(box, {
        value,
        part: `x.${i}`,
        role: 'input',
        style: 'short',
        pressed: (press) => drag(press, i),
      })}`;
  });
}

/** The state of every unit: first its sum, then what tanh makes of it. */
function states(model: Model, layout: Layout, unfolding: Unfolding, stage: Stage<Givens>) {
  const { h, z, h0, count } = model;
  const first: Cell = {
    value: h0,
    part: 'h0',
    role: 'activation',
    style: 'short',
    pressed: dragSteps<Givens>({ stage, name: 'h0', from: h0, range }),
  };
  return h.map((value, t) => {
    const box = layout.state(t);
    if (t === 0) return svg`${name('$h_0$', box, 'activation')}${cell(box, first)}`;
    const { gathered, bent } = reached(unfolding, t, count);
    const isState = bent > 0.9;
    const visible = Math.min(1, Math.max(0, gathered - 0.8) * 5);
    return svg`${name(isState || gathered === 0 ? `$h_{${t}}$` : `$z_{${t}}$`, box, 'activation')}
      ${cell(box, {
        value: isState ? value : z[t - 1],
        part: `h.${t} z.${t}`,
        role: 'activation',
        tint: isState ? 'sign' : 'none',
        visible,
      })}`;
  });
}

function output({ y }: Model, { output: box }: Layout, unfolding: Unfolding) {
  const visible = unfolding.progress('output', 0.8, 1);
  return svg`${name('$y$', box, 'value')}
    ${cell(box, { value: y, part: 'y', role: 'value', visible })}`;
}
