import {
  chart,
  drag,
  nothing,
  progress,
  show,
  svg,
  type Chart,
  type Frame,
  type SVGTemplateResult,
} from '../../../src/author';
import { horizonOf, linearTop, logDomain } from './axes';
import type { Layout } from './layout';
import { beyondFloat64, leftAfter, LOST, SMALLEST_NORMAL, type Givens, type Model } from './model';
import { sweptTo } from './row';
import { steps, threeDigits } from './solution';

type Point = readonly [number, number];

/** Points of the curve between two steps; a long one is sampled. */
function points(model: Model, from: number, to: number): Point[] {
  const count = Math.max(1, Math.min(400, Math.ceil((to - from) * 8)));
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const k = from + ((to - from) * i) / count;
    return [k, leftAfter(model, k)];
  });
}

/** What is left, on a linear axis: after a few steps it looks like nothing. */
export function linearChart(model: Model, t: number, place: Layout, frame: Frame<Givens>) {
  const { unit } = frame;
  const axes = chart(
    place.linear,
    { domain: [0, model.steps], label: 'steps back', ticks: 5 },
    { domain: [0, linearTop(model, t)], label: 'left', ticks: 5 },
    unit,
  );
  return svg`<g>
    ${clip(axes, 'linear', unit)}${axes.axes}
    <g clip-path="url(#vanishing-linear)">
      ${under(model, t, axes, axes.y(0))}
      ${curve(model, t, axes)}
    </g>
    ${dots(model, t, axes, frame)}
    ${handle(model, t, axes, frame)}
    ${halfLife(model, t, axes, unit)}
  </g>`;
}

/** The same on a logarithmic axis: a straight line, down through what float32 can hold. */
export function logChart(model: Model, t: number, place: Layout, frame: Frame<Givens>) {
  const { unit } = frame;
  const domain = logDomain(model, t);
  const horizon = horizonOf(model, t);
  const axes = chart(
    place.logarithmic,
    { domain: [0, horizon], label: 'steps back', ticks: 5 },
    {
      domain: [10 ** domain[0], 10 ** domain[1]],
      label: 'left, powers of ten',
      logarithmic: true,
      ticks: 6,
    },
    unit,
  );
  const beyond = Math.min(horizon, t > 1 ? horizon : 0);
  const ahead = progress(t, steps.after - 0.3, steps.after);
  return svg`<g>
    ${clip(axes, 'logarithmic', unit)}${axes.axes}
    <g clip-path="url(#vanishing-logarithmic)">
      ${under(model, t, axes, axes.bottom)}
      ${threshold(axes, LOST, 'lost', '2⁻²⁴: lost when added to 1', unit)}
      ${threshold(axes, SMALLEST_NORMAL, 'smallest', '2⁻¹²⁶: smallest normal float32', unit)}
      <path class="curve ahead" opacity=${ahead}
        d=${beyond > model.steps ? axes.path(points(model, model.steps, beyond)) : ''} />
      ${curve(model, t, axes)}
    </g>
    ${dots(model, t, axes, frame)}
    ${t >= steps.after ? end(model, axes, frame) : nothing}
  </g>`;
}

/** Where curves may be drawn: the frame, and a little air for the width of a line at its edges. */
const clip = (
  { left, right, top, bottom }: Chart,
  name: string,
  unit: number,
): SVGTemplateResult => svg`<clipPath id="vanishing-${name}">
    <rect x=${left} y=${top - 3 * unit} width=${right - left} height=${bottom - top + 3 * unit} />
  </clipPath>`;

function curve(model: Model, t: number, axes: Chart): SVGTemplateResult {
  return svg`<path class="curve" d=${axes.path(points(model, 0, sweptTo(t, model.steps)))} />`;
}

/** From step 3 on: everything under the bound, where the true gradient may be. */
function under(model: Model, t: number, axes: Chart, floor: number) {
  const shown = progress(t, steps.verdict - 1, steps.verdict);
  if (shown === 0) return nothing;
  const list = points(model, 0, model.steps).map(([k, left]): Point => [axes.x(k), axes.y(left)]);
  const inside = list.map(([x, y]) => `${x} ${Number.isFinite(y) ? y : floor}`);
  return svg`<path class="bound mark" data-part="bound" opacity=${shown}
    d=${`M${list[0][0]} ${floor} L${inside.join(' L')} V${floor} Z`} />`;
}

function threshold(axes: Chart, value: number, part: string, says: string, unit: number) {
  const y = axes.y(value);
  return svg`<g class="threshold" data-part=${part}>
    <rect x=${axes.left} y=${y - 10 * unit} width=${axes.right - axes.left} height=${20 * unit} class="reach" />
    <line class="mark" x1=${axes.left} x2=${axes.right} y1=${y} y2=${y} />
    <text x=${axes.right - 4 * unit} y=${y - 7 * unit} font-size=${15 * unit}>${says}</text>
  </g>`;
}

/** Points one can point at, where they have room. */
function dots(model: Model, t: number, axes: Chart, { unit, pointed }: Frame<Givens>) {
  const swept = sweptTo(t, model.steps);
  const apart = axes.x(1) - axes.x(0);
  const all = apart >= 8 * unit ? Array.from({ length: model.steps + 1 }, (_, k) => k) : [];
  const wanted = pointed?.startsWith('decay.') ? Number(pointed.slice('decay.'.length)) : undefined;
  if (wanted !== undefined && !all.includes(wanted)) all.push(wanted);
  return all
    .filter((k) => k === 0 || k <= swept + 1e-9)
    .map((k) => {
      const [x, y] = [axes.x(k), axes.y(leftAfter(model, k))];
      if (!(y >= axes.top - 1 && y <= axes.bottom + 1)) return nothing;
      return svg`<circle class=${k === wanted ? 'dot pointed' : 'dot'} data-part="decay.${k}"
        cx=${x} cy=${y} r=${(k === wanted ? 7 : 4) * unit} />`;
    });
}

/** One step back, dragged up and down: it changes the norm of W. */
function handle(model: Model, t: number, axes: Chart, { unit, stage }: Frame<Givens>) {
  const y = axes.y(model.factor);
  if (t < steps.factor || model.tanh_prime === 0 || y < axes.top) return nothing;
  const perPixel = axes.y.invert(axes.top) / (axes.bottom - axes.top);
  const press = (event: PointerEvent): void => {
    const change = (dy: number, commit: boolean): void => {
      const w = (model.factor - dy * perPixel) / model.tanh_prime;
      stage.edit({ w_norm: Number(Math.min(10, Math.max(0, w)).toFixed(2)) }, commit);
    };
    drag(
      event,
      (_, dy) => change(dy, false),
      (up) => change(up.clientY - event.clientY, true),
    );
  };
  return svg`<circle class="handle" data-part="factor" cx=${axes.x(1)} cy=${y} r=${9 * unit}
    @pointerdown=${press}><title>drag: the norm of W</title></circle>`;
}

/** Where the gradient has arrived, dragged left and right: it changes the number of steps. */
function end(model: Model, axes: Chart, { unit, stage }: Frame<Givens>) {
  const gone = beyondFloat64(model) ?? (model.after === 0 ? 'gone' : undefined);
  const at = gone === 'gone' ? axes.bottom : gone === 'overflows' ? axes.top : axes.y(model.after);
  const y = Math.min(axes.bottom, Math.max(axes.top, at));
  const x = axes.x(model.steps);
  const press = (event: PointerEvent): void => {
    const change = (dx: number, commit: boolean): void => {
      const k = Math.round(axes.x.invert(x + dx));
      stage.edit({ steps: Math.min(1000, Math.max(1, k)) }, commit);
    };
    drag(
      event,
      (dx) => change(dx, false),
      (up) => change(up.clientX - event.clientX, true),
    );
  };
  const says = gone === 'gone' ? 'gone: 0' : show(model.after, threeDigits);
  const flipped = x > (axes.left + axes.right) / 2;
  return svg`<g data-part="after">
    <circle class="handle" cx=${x} cy=${y} r=${9 * unit} @pointerdown=${press}><title>drag: the number of steps</title></circle>
    <text class="left-after" x=${x + (flipped ? -14 : 14) * unit} y=${y > axes.top + 40 * unit ? y - 14 * unit : y + 26 * unit}
      text-anchor=${flipped ? 'end' : 'start'} font-size=${17 * unit}>${says}</text>
  </g>`;
}

/** Step 4: when half is left, or where it can double. */
function halfLife(model: Model, t: number, axes: Chart, unit: number) {
  const shown = progress(t, steps.half_life - 1, steps.half_life);
  if (shown === 0 || !Number.isFinite(model.half_life ?? 0)) return nothing;
  const grows = model.half_life === undefined;
  const k = model.half_life ?? Math.log(2) / Math.log(model.factor);
  const level = grows ? 2 : 0.5;
  const says = `${grows ? 'doubled' : 'half'} after ${show(k)} steps`;
  const [x, y] = [axes.x(k), axes.y(level)];
  if (x > axes.right || y < axes.top) {
    return svg`<text class="half-life" data-part="half_life" opacity=${shown} text-anchor="end"
      x=${axes.right - 6 * unit} y=${axes.bottom - 12 * unit} font-size=${16 * unit}>${says} →</text>`;
  }
  const flipped = x > axes.left + (axes.right - axes.left) * 0.5;
  return svg`<g class="half-life" data-part="half_life" opacity=${shown}>
    <path class="guide mark" d=${`M${axes.left} ${y} H${x} V${axes.bottom}`} />
    <circle class="half-dot" cx=${x} cy=${y} r=${5 * unit} />
    <text x=${x + (flipped ? -12 : 12) * unit} y=${y - 8 * unit} text-anchor=${flipped ? 'end' : 'start'}
      font-size=${16 * unit}>${says}</text>
  </g>`;
}
