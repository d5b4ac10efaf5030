import { svg, type SVGTemplateResult } from 'lit';
import { ticksOf } from '../kit/axis';
import type { Box } from '../kit/box';
import { linePath } from '../kit/path';
import { linearScale, logScale, type AxisScale } from '../kit/scale';
import { svgText } from '../kit/text';

/** One axis of a chart: its domain, whether it is logarithmic, and what it measures. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly label: string;
  readonly logarithmic?: boolean;
  /** Ticks wanted, about. */
  readonly ticks?: number;
}

/** A chart's two scales and the area between them, in pixels. */
export interface Chart {
  readonly x: AxisScale;
  readonly y: AxisScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Frame, ticks and labels, to be drawn beneath the data. */
  readonly axes: SVGTemplateResult;
  /** A polyline through these points; points that are not finite split it. */
  path(points: readonly (readonly [number, number])[]): string;
}

/** Lays out a chart in a box. `unit` enlarges type and margins for presenting. */
export function chart(box: Box, xAxis: Axis, yAxis: Axis, unit: number): Chart {
  const size = 15 * unit;
  const left = box.x + 68 * unit;
  const right = box.x + box.width - 18 * unit;
  const top = box.y + 34 * unit;
  const bottom = box.y + box.height - 52 * unit;
  const x = scaleOf(xAxis, [left, right]);
  const y = scaleOf(yAxis, [bottom, top]);

  const axes = svg`<g class="axes" font-size=${size}>
    ${ticksOf(x, 'x', fitting(xAxis, (right - left) / (90 * unit)), unit).ticks.map(
      ({ at, text }) => svg`
        <line class="grid" x1=${at} x2=${at} y1=${top} y2=${bottom} />
        <text x=${at} y=${bottom + 22 * unit} text-anchor="middle">${svgText(text)}</text>`,
    )}
    ${ticksOf(y, 'y', fitting(yAxis, (bottom - top) / (56 * unit)), unit).ticks.map(
      ({ at, text }) => svg`
        <line class="grid" x1=${left} x2=${right} y1=${at} y2=${at} />
        <text x=${left - 10 * unit} y=${at} text-anchor="end" dominant-baseline="central"
          >${svgText(text)}</text>`,
    )}
    <path class="frame" d=${`M${left} ${top} V${bottom} H${right}`} />
    <text class="axis-label" x=${right} y=${bottom + 44 * unit} text-anchor="end">${xAxis.label}</text>
    <text class="axis-label" x=${box.x + 4 * unit} y=${box.y + 16 * unit}>${yAxis.label}</text>
  </g>`;
  return { x, y, left, right, top, bottom, axes, path: (points) => linePath(x, y, points) };
}

const scaleOf = ({ domain, logarithmic }: Axis, range: readonly [number, number]): AxisScale =>
  (logarithmic ? logScale : linearScale)(domain, range);

const fitting = ({ ticks = Infinity }: Axis, room: number): number =>
  Math.max(2, Math.min(ticks, Math.floor(room)));

/** A range that leaves a little air around its numbers, or a unit of it around a single one. */
export function airy(low: number, high: number, share = 0.08): [number, number] {
  const air = high > low ? (high - low) * share : Math.max(1, Math.abs(low)) * share;
  return [low - air, high + air];
}
