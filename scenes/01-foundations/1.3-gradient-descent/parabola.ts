import {
  chart,
  drag,
  nothing,
  show,
  svg,
  type Box,
  type Chart,
  type PixelFrame,
  type Stage,
  type SVGTemplateResult,
} from '../../../src/author';
import { roundUp, stretch } from './layout';
import { formatOf, slopeAt, type Givens, type Model } from './model';
import { reached } from './progress';
import { shownAt } from './solution';
import { indexed } from './trace';

type Drawn = SVGTemplateResult | typeof nothing;

/** Points of the curve. */
const SAMPLES = 160;
/** Labels that fit beside the path, and how far apart. */
const LABELS = 8;
const APART = 20;
/** The share of a step's motion that goes sideways; the rest drops to the curve. */
const SIDEWAYS = 0.6;

/** The parabola and the path down it, as far as it has come at time t. */
export function parabola(
  model: Model,
  t: number,
  { unit, stage }: PixelFrame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { c, iterates } = model;
  const domain = stretch(model);
  const f = (w: number): number => (w - c) ** 2;
  const top = Math.max(f(domain[0]), f(domain[1]));
  const plot = chart(
    box,
    { domain, label: 'w' },
    { domain: [0, top], label: 'f(w) = (w − c)²' },
    unit,
  );
  const curve = Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const w = domain[0] + ((domain[1] - domain[0]) * i) / SAMPLES;
    return [w, f(w)] as const;
  });
  const known = reached(model, t);
  const whole = Math.floor(known);
  const inside = (w: number): boolean => w >= domain[0] && w <= domain[1];
  const positions = iterates.slice(0, whole + 1);
  const off = positions.findIndex((w) => !inside(w));
  const press = (name: 'c' | 'w0') => (event: PointerEvent) =>
    dragGiven(event, stage, model, name, plot);

  return svg`
    ${plot.axes}
    <path class="curve" d=${plot.path(curve)} />
    ${bottom(model, plot, unit, press('c'))}
    ${tangent(model, t, plot, unit)}
    ${iterates
      .slice(0, Math.ceil(known))
      .map((w, k) =>
        arrow(w, iterates[k + 1], k + 1, Math.min(1, known - k), f, plot, domain, unit),
      )}
    ${labelled(positions, f, plot, unit).map(({ k, label }) =>
      inside(positions[k])
        ? point(
            model,
            k,
            plot.x(positions[k]),
            plot.y(f(positions[k])),
            label,
            unit,
            k === 0 ? press('w0') : undefined,
          )
        : nothing,
    )}
    ${
      off > 0
        ? svg`<text class="note" x=${plot.right} y=${plot.top + 18 * unit} text-anchor="end"
            font-size=${16 * unit}>${indexed('w', off)} and what follows lies off this picture</text>`
        : nothing
    }`;
}

/** Which of the points get a label: the first ones that keep clear of each other. */
function labelled(
  positions: readonly number[],
  f: (w: number) => number,
  plot: Chart,
  unit: number,
): { k: number; label: boolean }[] {
  const taken: number[] = [];
  return positions.map((w, k) => {
    const at = plot.y(f(w));
    const clear = taken.every((y) => Math.abs(at - y) > APART * unit);
    const label = clear && taken.length < LABELS;
    if (label) taken.push(at);
    return { k, label };
  });
}

function point(
  { iterates, c }: Model,
  k: number,
  x: number,
  y: number,
  label: boolean,
  unit: number,
  pressed: ((event: PointerEvent) => void) | undefined,
): SVGTemplateResult {
  const w = iterates[k];
  const side = w > c ? -1 : 1;
  return svg`<g class=${pressed ? 'point handle' : 'point'} data-part=${`w${k}`}
      @pointerdown=${pressed ?? nothing}>
    ${pressed ? svg`<circle class="reach" cx=${x} cy=${y} r=${22 * unit} />` : nothing}
    <circle cx=${x} cy=${y} r=${(pressed ? 9 : 6) * unit} />
    ${
      label
        ? svg`<text x=${x + side * 13 * unit} y=${y - 8 * unit} font-size=${16 * unit}
            text-anchor=${side > 0 ? 'start' : 'end'}>${indexed('w', k)} = ${show(w, formatOf(w))}</text>`
        : nothing
    }
  </g>`;
}

/** A step: sideways by what the optimiser takes off, then down (or up) to the curve. */
function arrow(
  from: number,
  to: number,
  k: number,
  done: number,
  f: (w: number) => number,
  plot: Chart,
  [low, high]: readonly [number, number],
  unit: number,
): Drawn {
  if (from < low || from > high) return nothing;
  const across = Math.min(1, done / SIDEWAYS);
  const end = from + (to - from) * across;
  const x = plot.x(Math.min(high, Math.max(low, end)));
  const y = plot.y(f(from));
  const drop = Math.max(0, (done - SIDEWAYS) / (1 - SIDEWAYS));
  const inside = to >= low && to <= high;
  const down = y + (plot.y(f(to)) - y) * drop;
  const tip = Math.sign(to - from) * Math.min(7 * unit, Math.abs(x - plot.x(from)) / 2);
  return svg`<g class="arrow" data-part=${`w${k}`}>
    <path d="M${plot.x(from)} ${y} H${x} m${-tip} ${-0.7 * Math.abs(tip)} L${x} ${y} l${-tip} ${0.7 * Math.abs(tip)}" />
    ${drop > 0 && inside ? svg`<path class="drop" d="M${x} ${y} V${down}" />` : nothing}
  </g>`;
}

/** The slope that the step under way uses: a stretch of the tangent, of one length on the screen. */
function tangent(model: Model, t: number, plot: Chart, unit: number): Drawn {
  const { c, iterates } = model;
  if (t <= 0 || t > shownAt(model).rest) return nothing;
  const k = Math.max(0, Math.ceil(reached(model, t)) - 1);
  const w = iterates[k];
  const slope = slopeAt(w, c);
  const [x, y] = [plot.x(w), plot.y((w - c) ** 2)];
  const [perW, perF] = [plot.x(1) - plot.x(0), plot.y(1) - plot.y(0)];
  const [dx, dy] = [perW, slope * perF];
  const length = (74 * unit * Math.min(1, t)) / Math.hypot(dx, dy);
  const [x1, y1, x2, y2] = [x - dx * length, y - dy * length, x + dx * length, y + dy * length];
  if (x < plot.left || x > plot.right) return nothing;
  const [labelX, labelY, side] = slopeLabel(model, k, [x1, y1, x2, y2], plot, unit);
  return svg`<g class="tangent" data-part=${`g${k}`} opacity=${Math.min(1, t)}>
    <line x1=${x1} y1=${y1} x2=${x2} y2=${y2} />
    <text x=${labelX} y=${labelY} font-size=${16 * unit}
      text-anchor=${side > 0 ? 'start' : 'end'}>slope ${show(slope, formatOf(slope))}</text>
  </g>`;
}

/**
 * Where the slope at the k-th iterate is written, and to which side: outside the parabola beside
 * the tangent's upper end; where no room is left there, inside and below the points' own labels.
 */
function slopeLabel(
  { c, iterates }: Model,
  k: number,
  [x1, y1, x2, y2]: readonly number[],
  plot: Chart,
  unit: number,
): readonly [number, number, number] {
  const branch = iterates[k] <= c ? 1 : -1;
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const room = branch > 0 ? x - plot.left : plot.right - x;
  if (room > 170 * unit) {
    const [endX, endY] = branch > 0 ? [x1, y1] : [x2, y2];
    return [endX - branch * 10 * unit, endY + 14 * unit, -branch];
  }
  const next = k + 1 < iterates.length ? iterates[k + 1] : iterates[k];
  const [nextX, nextY] = [plot.x(next), plot.y((next - c) ** 2)];
  const below = nextY - y > APART * unit ? nextY + 14 * unit : y + 20 * unit;
  const inner =
    branch > 0
      ? Math.max(x, Math.min(nextX, x + 30 * unit))
      : Math.min(x, Math.max(nextX, x - 30 * unit));
  return [inner + branch * 13 * unit, Math.min(below, plot.bottom - 10 * unit), branch];
}

/** The bottom, where c is: a handle on the axis. */
function bottom(
  { c }: Model,
  plot: Chart,
  unit: number,
  pressed: (event: PointerEvent) => void,
): SVGTemplateResult {
  const [x, y] = [plot.x(c), plot.bottom];
  const r = 9 * unit;
  return svg`<g class="handle" data-part="c fixed_point" @pointerdown=${pressed}>
    <line class="bottom" x1=${x} x2=${x} y1=${plot.top} y2=${y} />
    <rect class="reach" x=${x - 22 * unit} y=${y - 22 * unit} width=${44 * unit} height=${44 * unit} />
    <path class="grip role-value" d="M${x} ${y - r} L${x + r} ${y} L${x} ${y + r} L${x - r} ${y} Z" />
    <text class="role-value" x=${x + 14 * unit} y=${plot.top + 14 * unit} font-size=${17 * unit}
      font-weight="600">c</text>
  </g>`;
}

/** Follows the pointer along the axis as it was when pressed, on a grid that reads well. */
function dragGiven(
  event: PointerEvent,
  stage: Stage<Givens>,
  model: Model,
  name: 'c' | 'w0',
  plot: Chart,
): void {
  const perPixel = 1 / (plot.x(1) - plot.x(0));
  const grid = roundUp(perPixel * (plot.right - plot.left)) / 200;
  const from = model[name];
  let latest = from;
  drag(
    event,
    (dx) => {
      const w = Math.round((from + dx * perPixel) / grid) * grid;
      const next = Number(Math.min(1e6, Math.max(-1e6, w)).toPrecision(12));
      if (next === latest) return;
      latest = next;
      stage.edit({ [name]: next }, false);
    },
    () => {
      if (latest !== from) stage.edit({ [name]: latest }, true);
    },
  );
}
