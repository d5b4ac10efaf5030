import {
  chart,
  drag,
  nothing,
  progress,
  show,
  svg,
  type Chart,
  type PixelFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { linearTop } from './axes';
import { clip, curve, dots, under } from './curve';
import type { Layout } from './layout';
import { ranges, type Givens, type Model } from './model';
import { steps } from './solution';

/** What is left, on a linear axis: after a few steps it looks like nothing. */
export function linearChart(
  model: Model,
  t: number,
  layout: Layout,
  frame: PixelFrame<Givens>,
): SVGTemplateResult {
  const { unit } = frame;
  const axes = chart(
    layout.linear,
    { domain: [0, model.steps], label: 'steps back', ticks: 5 },
    { domain: [0, linearTop(model, t)], label: 'what is left', ticks: 5 },
    unit,
  );
  return svg`<g>
    ${clip(axes, 'vanishing-linear', unit)}${axes.axes}
    <g clip-path="url(#vanishing-linear)">${under(model, t, axes)}${curve(model, t, axes)}</g>
    ${dots(model, t, axes, frame)} ${handle(model, t, axes, frame)}
    ${halfLife(model, t, axes, unit)} ${verdict(model, t, axes, unit)}
  </g>`;
}

/** One step back, dragged up and down: it changes the norm of W. */
function handle(model: Model, t: number, axes: Chart, { unit, stage }: PixelFrame<Givens>) {
  const y = axes.y(model.factor);
  if (t < steps.factor || model.tanh_prime === 0 || y < axes.top) return nothing;
  const perPixel = axes.y.invert(axes.top) / (axes.bottom - axes.top);
  const press = (event: PointerEvent): void => {
    const { min, max } = ranges.w_norm;
    const change = (dy: number, commit: boolean): void => {
      const norm = (model.factor - dy * perPixel) / model.tanh_prime;
      stage.edit({ w_norm: Number(Math.min(max, Math.max(min, norm)).toFixed(2)) }, commit);
    };
    drag(
      event,
      (_, dy) => change(dy, false),
      (up) => change(up.clientY - event.clientY, true),
    );
  };
  return svg`<circle class="handle" data-part="factor" cx=${axes.x(1)} cy=${y} r=${9 * unit}
    @pointerdown=${press}><title>Drag to change the norm of W</title></circle>`;
}

/** A chart lower than this has no room for two notes one above the other. */
const LOW = 190;

/** Step 4: when half is left, or how soon the bound doubles. */
function halfLife(model: Model, t: number, axes: Chart, unit: number) {
  const shown = progress(t, steps.half_life - 1, steps.half_life);
  const grows = model.half_life === undefined;
  const k = model.half_life ?? Math.log(2) / Math.log(model.factor);
  if (shown === 0 || !Number.isFinite(k)) return nothing;
  const says =
    model.factor === 0
      ? 'all gone after one step'
      : `${grows ? 'doubled' : 'half'} after ${show(k)} steps`;
  const [x, y] = [axes.x(k), axes.y(grows ? 2 : 0.5)];
  const size = 16 * unit;
  if (x > axes.right || y < axes.top) {
    return svg`<text class="half-life" data-part="half_life" opacity=${shown} text-anchor="end"
      x=${axes.right - 8 * unit} y=${axes.bottom - 14 * unit} font-size=${size}>${says} →</text>`;
  }
  // In a low chart the verdict has the upper corner for itself.
  const low = axes.bottom - axes.top < LOW * unit;
  const flipped = low || x > (axes.left + axes.right) / 2;
  const [textX, textY] = low
    ? [axes.right - 8 * unit, axes.bottom - 14 * unit]
    : [
        x + (flipped ? -14 : 14) * unit,
        y + (grows && y + 30 * unit < axes.bottom ? 22 : -8) * unit,
      ];
  return svg`<g class="half-life" data-part="half_life" opacity=${shown}>
    <path class="guide" d=${`M${axes.left} ${y} H${x} V${axes.bottom}`} />
    <circle class="half-dot" cx=${x} cy=${y} r=${5 * unit} />
    <text x=${textX} y=${textY} font-size=${size}
      text-anchor=${flipped ? 'end' : 'start'}>${says}</text>
  </g>`;
}

const proofs = {
  vanishes: 'proved: γ is below 1',
  holds: 'γ is exactly 1',
  explodes: 'not proved: a bound grows',
} as const;

/** A chart lower than this has room for the verdict, and not for its reason. */
const LOWEST = 130;

/** A chart this wide has room for a sentence. */
const WORDY = 300;

/** Step 3: the verdict, in the corner that the curve leaves free. */
function verdict(model: Model, t: number, axes: Chart, unit: number) {
  const shown = progress(t, steps.verdict - 1, steps.verdict);
  if (shown === 0) return nothing;
  const grows = model.verdict === 'explodes';
  const x = grows ? axes.left + 18 * unit : axes.right - 8 * unit;
  const y = axes.top + (model.verdict === 'holds' ? 62 : 34) * unit;
  const small = 16 * unit;
  return svg`<g class="proves" data-part="verdict" opacity=${shown}
    text-anchor=${grows ? 'start' : 'end'}>
    <text x=${x} y=${y} font-size=${26 * unit}>${grows ? 'can explode' : model.verdict}</text>
    ${
      axes.bottom - axes.top > LOWEST * unit
        ? svg`<text class="proof" x=${x} y=${y + 26 * unit} font-size=${small}
            >${proofs[model.verdict]}</text>`
        : nothing
    }
    ${
      axes.right - axes.left > WORDY * unit && axes.bottom - axes.top > LOWEST * unit
        ? svg`<text class="proof" x=${x} y=${y + 48 * unit} font-size=${small}
            >the true gradient lies in the shade</text>`
        : nothing
    }
  </g>`;
}
