import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Role } from '../../math/role';
import { linePath, type Point } from './path';
import type { Plot } from './plot';

/** What any mark may have. */
export interface Mark {
  readonly role?: Role;
  /** The part it shows: what is pointed at and highlighted. */
  readonly part?: string;
  readonly opacity?: number;
}

export interface LineMark extends Mark {
  readonly style?: 'solid' | 'dashed' | 'dotted';
}

export const roleClass = ({ role }: Mark): string => (role ? `role-${role}` : '');

/** A line through points; one that is no number breaks it. */
export const line = (
  plot: Plot,
  points: readonly Point[],
  mark: LineMark = {},
): SVGTemplateResult =>
  svg`<path class=${`mark-line ${mark.style ?? 'solid'} ${roleClass(mark)}`} data-part=${mark.part ?? nothing}
    opacity=${mark.opacity ?? nothing} d=${linePath(plot.x, plot.y, points)} />`;

/** Points of a function along the axis of a plot, for `line` and `area`. */
export function sampled(
  plot: Plot,
  f: (x: number) => number,
  { from = plot.x.domain[0], to = plot.x.domain[1], count = 160 } = {},
): Point[] {
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const x = from * (1 - i / count) + to * (i / count);
    return [x, f(x)];
  });
}

/** The area between points and a base: the foot of the plot unless said. */
export function area(
  plot: Plot,
  points: readonly Point[],
  mark: Mark & { readonly base?: number } = {},
): SVGTemplateResult {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return svg``;
  const base = mark.base ?? plot.y.domain[0];
  const outline = linePath(plot.x, plot.y, [[first[0], base], ...points, [last[0], base]]);
  return svg`<path class=${`mark-area ${roleClass(mark)}`} data-part=${mark.part ?? nothing}
    opacity=${mark.opacity ?? nothing} d=${`${outline}Z`} />`;
}

/** A point of a scatter or a line that can be pointed at. */
export interface Dot extends Mark {
  readonly at: Point;
  /** Drawn as a ring. */
  readonly open?: boolean;
}

/** How far around a small point the pointer reaches it. */
const REACH = 11;

/** Points, each to be pointed at by its part; those outside the area are left out. */
export function dots(plot: Plot, all: readonly Dot[], radius = 4.5): SVGTemplateResult[] {
  return all.flatMap((dot) => {
    const { at, part, open, opacity } = dot;
    const [x, y] = [plot.x(at[0]), plot.y(at[1])];
    if (!isInside(plot, x, y)) return [];
    return svg`<g class=${roleClass(dot)} data-part=${part ?? nothing} opacity=${opacity ?? nothing}>
      ${part === undefined ? nothing : svg`<circle class="reach" cx=${x} cy=${y} r=${REACH} />`}
      <circle class=${open ? 'mark-dot open' : 'mark-dot'} cx=${x} cy=${y} r=${radius} />
    </g>`;
  });
}

/** Whether a position is in the area of a plot, its edge included. */
export const isInside = ({ left, right, top, bottom }: Plot, x: number, y: number): boolean =>
  x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;

/** Where a logarithmic axis has no place: a 0 as an open triangle at its foot. */
export function gone(plot: Plot, x: number, mark: Mark = {}): SVGTemplateResult | typeof nothing {
  const [at, foot] = [plot.x(x), plot.bottom];
  if (!isInside(plot, at, foot)) return nothing;
  return svg`<g class=${roleClass(mark)} data-part=${mark.part ?? nothing} opacity=${mark.opacity ?? nothing}>
    <path class="mark-gone" d=${`M${at - 6} ${foot - 11}H${at + 6}L${at} ${foot - 1}Z`} />
  </g>`;
}

/** A bar from one number to another on the x axis, standing on 0 or on the foot of the plot. */
export interface Bar extends Mark {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Bars, with a gap between neighbours; without one they are a histogram. */
export function bars(plot: Plot, all: readonly Bar[], gap = 2): SVGTemplateResult[] {
  const [low, high] = plot.y.domain;
  const foot = plot.y(plot.y.log ? low : Math.min(high, Math.max(low, 0)));
  return all.flatMap((bar) => {
    const [a, b] = [plot.x(bar.from), plot.x(bar.to)];
    const end = Math.min(plot.bottom, Math.max(plot.top, plot.y(bar.value)));
    if (![a, b, end].every(Number.isFinite)) return [];
    return svg`<rect class=${`mark-bar ${roleClass(bar)}`} data-part=${bar.part ?? nothing}
      opacity=${bar.opacity ?? nothing} x=${Math.min(a, b) + gap / 2}
      width=${Math.max(0.5, Math.abs(b - a) - gap)} y=${Math.min(end, foot)}
      height=${Math.abs(foot - end)} />`;
  });
}

/** How far a value may be off: a bar with a foot at either end. */
export interface ErrorBar extends Mark {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

export const errorBars = (plot: Plot, all: readonly ErrorBar[], foot = 4): SVGTemplateResult[] =>
  all.flatMap((bar) => {
    const [x, low, high] = [plot.x(bar.x), plot.y(bar.low), plot.y(bar.high)];
    if (![x, low, high].every(Number.isFinite)) return [];
    return svg`<path class=${`mark-error ${roleClass(bar)}`} data-part=${bar.part ?? nothing}
      d=${`M${x - foot} ${low}h${2 * foot}m${-foot} 0V${high}m${-foot} 0h${2 * foot}`} />`;
  });

/** A threshold: a line across the area, at one number of either axis. */
export function rule(
  plot: Plot,
  at: { readonly x: number } | { readonly y: number },
  mark: Mark = {},
): SVGTemplateResult | typeof nothing {
  const { left, right, top, bottom } = plot;
  const across = 'y' in at;
  const position = across ? plot.y(at.y) : plot.x(at.x);
  const [low, high] = across ? [top, bottom] : [left, right];
  if (!(position >= low - 1 && position <= high + 1)) return nothing;
  const reach = across
    ? svg`<rect class="reach" x=${left} y=${position - REACH} width=${right - left} height=${2 * REACH} />`
    : svg`<rect class="reach" x=${position - REACH} y=${top} width=${2 * REACH} height=${bottom - top} />`;
  return svg`<g class=${`mark-rule ${roleClass(mark)}`} data-part=${mark.part ?? nothing}
    opacity=${mark.opacity ?? nothing}>
    ${mark.part === undefined ? nothing : reach}
    <path d=${across ? `M${left} ${position}H${right}` : `M${position} ${top}V${bottom}`} />
  </g>`;
}

/** A stretch of either axis, shaded from edge to edge. */
export function band(
  { x, y, area: { width, height }, left, top }: Plot,
  over: { readonly x: Point } | { readonly y: Point },
  mark: Mark = {},
): SVGTemplateResult | typeof nothing {
  const across = 'y' in over;
  const [a, b] = across ? over.y.map(y) : over.x.map(x);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return nothing;
  const [from, size] = [Math.min(a, b), Math.abs(b - a)];
  return svg`<rect class=${`mark-band ${roleClass(mark)}`} data-part=${mark.part ?? nothing}
    opacity=${mark.opacity ?? nothing} x=${across ? left : from} y=${across ? from : top}
    width=${across ? width : size} height=${across ? size : height} />`;
}
