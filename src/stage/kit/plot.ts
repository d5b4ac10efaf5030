import { nothing, svg, type SVGTemplateResult } from 'lit';
import { ticksOf, type Tick, type Ticks } from './axis';
import type { Box } from './box';
import { linearScale, logScale, type AxisScale } from './scale';
import { SMALL, svgText, textWidth } from './text';

/** What an axis shows. */
export interface AxisOf {
  readonly domain: readonly [number, number];
  /** What it measures, with mathematics between dollar signs. */
  readonly label?: string;
  readonly log?: boolean;
  /** Ticks at most; 0 for none. */
  readonly ticks?: number;
}

export interface PlotOf {
  /** The room it fills, labels included. */
  readonly box: Box;
  /** A name of its own on the page: `frame.id('errors')`. */
  readonly id: string;
  readonly x: AxisOf;
  readonly y: AxisOf;
  /** Room for the labels of y at least, so that plots that stand above each other line up. */
  readonly left?: number;
  /** No lines across the area: it is a heatmap. */
  readonly bare?: boolean;
}

/** Two scales, the area between them, and what frames it. Everything is in stage units. */
export interface Plot {
  readonly x: AxisScale;
  readonly y: AxisScale;
  /** The area inside the axes. */
  readonly area: Box;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Frame, ticks and labels, to be drawn beneath the data. */
  readonly axes: SVGTemplateResult;
  /** Marks, cut off where they leave the area. */
  inside(marks: unknown): SVGTemplateResult;
}

/** Space around the area: for the labels of its ticks, and for what the axes measure. */
const LEFT = 48;
const RIGHT = 22;
const TICK_LINE = 24;
const LABEL_LINE = 22;
/** Between the area and the labels of y. */
const GAP = 9;

export function plot({ box, id, x: across, y: up, left: least, bare }: PlotOf): Plot {
  const top = box.y + (up.label === undefined ? SMALL / 2 : LABEL_LINE + 6);
  const bottom =
    box.y +
    box.height -
    (across.ticks === 0 ? 2 : TICK_LINE) -
    (across.label === undefined ? 0 : LABEL_LINE);
  const y = scaleOf(up, [Math.max(bottom, top + 1), top]);
  const yTicks = ticksOf(y, 'y', up.ticks);
  const wide =
    up.ticks === 0 ? (least ?? 0) : Math.max(least ?? LEFT, widest(yTicks.ticks) + GAP + 2);
  const left = box.x + wide;
  const right = Math.max(left + 1, box.x + box.width - RIGHT);
  const x = scaleOf(across, [left, right]);
  const xTicks = ticksOf(x, 'x', across.ticks);
  const area = { x: left, y: top, width: right - left, height: bottom - top };

  const [first] = xTicks.ticks;
  // A long label at the corner keeps clear of the label of y that it reaches under.
  const reachesUnder =
    up.ticks !== 0 &&
    first !== undefined &&
    first.at - textWidth(first.text, SMALL) / 2 < left - GAP - SMALL / 3 &&
    yTicks.ticks.some(({ at }) => bottom - at < SMALL / 2);
  const line = reachesUnder ? 22 : 18;

  const axes = svg`<g class=${bare ? 'axes bare' : 'axes'}>
    ${across.ticks === 0 ? nothing : xTicks.ticks.map((tick) => xTick(tick, top, bottom, line))}
    ${up.ticks === 0 ? nothing : yTicks.ticks.map((tick) => yTick(tick, left, right))}
    <path class="frame" d=${`M${left} ${top}V${bottom}H${right}`} />
    ${measured(across, xTicks, { x: right, y: bottom + TICK_LINE + 15, anchor: 'end', room: right - box.x })}
    ${measured(up, yTicks, { x: box.x + 2, y: box.y + 15, anchor: 'start', room: box.width - 2 })}
  </g>`;
  const inside = (marks: unknown): SVGTemplateResult => svg`
    <clipPath id=${id}><rect x=${left} y=${top - 3} width=${area.width} height=${area.height + 4} /></clipPath>
    <g clip-path="url(#${id})">${marks}</g>`;
  return { x, y, area, left, right, top, bottom, axes, inside };
}

const scaleOf = ({ domain, log }: AxisOf, range: readonly [number, number]): AxisScale =>
  (log ? logScale : linearScale)(domain, range);

const widest = (ticks: readonly Tick[]): number =>
  Math.max(0, ...ticks.map(({ text }) => textWidth(text, SMALL)));

const xTick = (
  { at, text }: Tick,
  top: number,
  bottom: number,
  line: number,
): SVGTemplateResult => svg`
  <path class="grid" d=${`M${at} ${top}V${bottom}`} />
  <text x=${at} y=${bottom + line} text-anchor="middle">${svgText(text)}</text>`;

const yTick = ({ at, text }: Tick, left: number, right: number): SVGTemplateResult => svg`
  <path class="grid" d=${`M${left} ${at}H${right}`} />
  <text x=${left - GAP} y=${at + SMALL * 0.36} text-anchor="end">${svgText(text)}</text>`;

interface Caption {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly room: number;
}

/**
 * What an axis measures, and what its labels are counted from if not from 0. What stands behind a
 * comma is left out where there is no room for it.
 */
function measured(
  { label }: AxisOf,
  { from }: Ticks,
  { x, y, anchor, room }: Caption,
): SVGTemplateResult | typeof nothing {
  if (label === undefined) return nothing;
  const whole = from === undefined ? label : `${label}, counted from ${from}`;
  const text = textWidth(whole, SMALL) > room ? whole.split(', ')[0] : whole;
  return svg`<text class="axis-label" x=${x} y=${y} text-anchor=${anchor}>${svgText(text)}</text>`;
}
