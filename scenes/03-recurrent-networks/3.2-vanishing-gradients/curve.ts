import {
  nothing,
  progress,
  svg,
  type Chart,
  type PixelFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { leftAfter, type Givens, type Model } from './model';
import { sweptTo } from './row';
import { steps } from './solution';

type Point = readonly [number, number];

const MOST_POINTS = 400;
const POINTS_A_STEP = 8;
/** Times the height of the chart: coordinates stay numbers a browser can draw. */
const FAR = 1000;
/** Points closer than this, in pixels, are not drawn one by one. */
const CLOSEST = 8;

/** Points of the curve between two steps; a long one is sampled, and none is far above the chart. */
function points(model: Model, axes: Chart, from: number, to: number): Point[] {
  const most = axes.y.domain[1] * FAR;
  const count = Math.max(1, Math.min(MOST_POINTS, Math.ceil((to - from) * POINTS_A_STEP)));
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const k = from + ((to - from) * i) / count;
    return [k, Math.min(most, leftAfter(model, k))];
  });
}

/** Cuts off what leaves the frame, but for half the width of a line at its top. */
export const clip = (
  { left, right, top, bottom }: Chart,
  id: string,
  unit: number,
): SVGTemplateResult => svg`<clipPath id=${id}>
    <rect x=${left} y=${top - 3 * unit} width=${right - left} height=${bottom - top + 3 * unit} />
  </clipPath>`;

/** The curve as far as the solution has come. */
export const curve = (model: Model, t: number, axes: Chart): SVGTemplateResult =>
  svg`<path class="curve" d=${axes.path(points(model, axes, 0, sweptTo(t, model.steps)))} />`;

/** From step 3 on: everything under the bound, where the true gradient may be. */
export function under(model: Model, t: number, axes: Chart): SVGTemplateResult | typeof nothing {
  const shown = progress(t, steps.verdict - 1, steps.verdict);
  if (shown === 0) return nothing;
  const { bottom } = axes;
  const outline = points(model, axes, 0, model.steps).map(([k, left]) => {
    const y = axes.y(left);
    return `L${axes.x(k)} ${Number.isFinite(y) ? y : left === 0 ? bottom : axes.top}`;
  });
  return svg`<path class="bound" data-part="bound" opacity=${shown}
    d=${`M${axes.x(0)} ${bottom} ${outline.join(' ')} V${bottom} Z`} />`;
}

/** Points one can point at, where they have room; the one pointed at always. */
export function dots(
  model: Model,
  t: number,
  axes: Chart,
  { unit, pointed }: PixelFrame<Givens>,
): SVGTemplateResult[] {
  const wanted = pointed?.startsWith('decay.') ? Number(pointed.slice('decay.'.length)) : undefined;
  const room = axes.x(1) - axes.x(0) >= CLOSEST * unit;
  const all = room ? Array.from({ length: model.steps + 1 }, (_, k) => k) : [];
  if (wanted !== undefined && !room) all.push(wanted);
  const swept = sweptTo(t, model.steps) + 1e-9;
  return all
    .map((k) => ({ k, x: axes.x(k), y: axes.y(leftAfter(model, k)) }))
    .filter(({ k, y }) => (k === 0 || k <= swept) && y >= axes.top - 1 && y <= axes.bottom + 1)
    .map(
      ({ k, x, y }) =>
        svg`<circle class=${k === wanted ? 'dot pointed' : 'dot'} data-part="decay.${k}"
          cx=${x} cy=${y} r=${(k === wanted ? 7 : 4) * unit} />`,
    );
}
