import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Box } from './box';
import { dots, line, roleClass, rule, type LineMark } from './marks';
import type { Point } from './path';
import { plot, type Plot } from './plot';
import { SMALL, svgText, textWidth } from './text';

/** Numbers of one training over its steps. */
export interface LearningCurve extends LineMark {
  readonly points: readonly Point[];
  /** What the training ended with, where it could not go on: a cross stands at its last point. */
  readonly ended?: string;
}

export interface LearningCurvesOf {
  readonly box: Box;
  readonly id: string;
  /** All steps there may be; the curves have come as far as they have. */
  readonly steps: number;
  readonly y: { readonly domain: readonly [number, number]; readonly label: string };
  readonly log?: boolean;
  readonly curves: readonly LearningCurve[];
  /** A level to compare with, such as that of guessing, and its name. */
  readonly level?: Level;
}

/** Its name stands at the right unless said. */
export interface Level {
  readonly y: number;
  readonly text: string;
  readonly side?: 'left' | 'right';
}

const CROSS = 7;

/** What trainings side by side have come to: a line each, with a dot where it stands. */
export function learningCurves({
  box,
  id,
  steps,
  y,
  log,
  curves,
  level,
}: LearningCurvesOf): SVGTemplateResult {
  const chart = plot({
    ...{ box, id },
    x: { domain: [0, steps], label: 'steps of training', ticks: 5 },
    y: { ...y, log, ticks: 6 },
  });
  return svg`${chart.axes} ${level ? levelAcross(chart, level) : nothing}
    ${chart.inside(curves.map((curve) => course(chart, curve)))}
    ${curves.map((curve) => end(chart, curve))}`;
}

/** A line across a plot, and its name above it where there is room. */
export function levelAcross(chart: Plot, { y, text, side = 'right' }: Level): SVGTemplateResult {
  const at = chart.y(y);
  const above = at - 7 > chart.top + SMALL ? at - 7 : at + SMALL + 4;
  const [x, anchor] = side === 'left' ? [chart.left + 6, 'start'] : [chart.right - 4, 'end'];
  return svg`${rule(chart, { y })}
    <text class="label" x=${x} y=${above} text-anchor=${anchor} font-size=${SMALL}>${svgText(text)}</text>`;
}

/** A training that breaks has magnified every rounding on its way there. */
function course(chart: Plot, { points, ended, ...mark }: LearningCurve): SVGTemplateResult {
  return svg`<g ?data-rounding=${ended !== undefined}>${line(chart, points, mark)}</g>`;
}

function end(chart: Plot, curve: LearningCurve): SVGTemplateResult | typeof nothing {
  const { points, ended, opacity, role } = curve;
  const last = points.findLast(([, at]) => !Number.isNaN(at));
  if (!last || opacity !== undefined) return nothing;
  if (ended === undefined) return svg`${dots(chart, [{ at: last, role }])}`;
  const [x, y] = [chart.x(last[0]), Math.min(chart.bottom, Math.max(chart.top, chart.y(last[1])))];
  const after = x + CROSS + 6 + textWidth(ended, SMALL) <= chart.right;
  return svg`<g class=${roleClass(curve)} data-rounding>
    <path class="mark-line" d=${`M${x - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}m0 ${-2 * CROSS}l${-2 * CROSS} ${2 * CROSS}`} />
    <text class="label" x=${after ? x + CROSS + 6 : x - CROSS - 6} y=${Math.max(y + 5, chart.top + SMALL)} text-anchor=${after ? 'start' : 'end'} font-size=${SMALL}>${svgText(ended)}</text>
  </g>`;
}
