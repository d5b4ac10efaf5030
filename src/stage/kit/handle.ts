import { nothing, svg, type SVGTemplateResult } from 'lit';
import { chevron } from './chevron';
import { dragGiven, type Dragged } from './drag-given';
import { roleClass, type Mark } from './marks';
import type { Point } from './path';
import type { Plot } from './plot';

/** What stands on a picture to be dragged; the keyboard has the field of the given itself. */
export interface Handle<V> extends Mark, Dragged<V> {
  readonly x: number;
  readonly y: number;
  /** The ways it goes. */
  readonly along: 'x' | 'y';
  /** What dragging it changes, in words: `the learning rate`. */
  readonly changes: string;
}

/** Half the side of the square in which it can be pressed: a finger's 44 pixels. */
const REACH = 22;
const RADIUS = 9;
/** The arrows beside it that say, at rest, which way it goes. */
const CUE = { deep: 5, wide: 5 };
const CUES = {
  x: svg`${chevron(-20, 0, { way: 'left', ...CUE })}${chevron(20, 0, { way: 'right', ...CUE })}`,
  y: svg`${chevron(0, -20, { way: 'up', ...CUE })}${chevron(0, 20, { way: 'down', ...CUE })}`,
};

export function handle<V>(of: Handle<V>): SVGTemplateResult {
  const { x, y, along, changes, part, opacity } = of;
  return svg`<g class=${`handle ${roleClass(of)}`} data-part=${part ?? nothing}
    opacity=${opacity ?? nothing} transform=${`translate(${x} ${y})`} @pointerdown=${dragGiven(of)}>
    <title>${`Drag to change ${changes}`}</title>
    <rect class="reach" x=${-REACH} y=${-REACH} width=${2 * REACH} height=${2 * REACH} />
    <g class="cue">${CUES[along]}</g>
    <circle class="grip" r=${RADIUS} />
  </g>`;
}

/** A handle on a plot: dragging it moves a point along a linear axis. */
export interface PlotHandle<V> extends Omit<Handle<V>, 'x' | 'y' | 'to'> {
  readonly at: Point;
  /** The given at which the point would stand at this number of the axis. */
  given(number: number): number;
}

/** As `handle`, at a point of a plot; one that lies outside it is drawn at its edge. */
export function handleOn<V>(plot: Plot, of: PlotHandle<V>): SVGTemplateResult {
  const { at, along, given } = of;
  const { left, right, top, bottom } = plot;
  const [low, high] = plot[along].domain;
  const aUnit = along === 'x' ? (high - low) / (right - left) : (low - high) / (bottom - top);
  return handle({
    ...of,
    x: Math.min(right, Math.max(left, plot.x(at[0]))),
    y: Math.min(bottom, Math.max(top, plot.y(at[1]))),
    to: (dx, dy) => given((along === 'x' ? at[0] : at[1]) + (along === 'x' ? dx : dy) * aUnit),
  });
}
