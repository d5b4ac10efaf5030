import {
  chart,
  nothing,
  show,
  svg,
  type Box,
  type Chart,
  type PixelFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { decades } from './layout';
import type { Givens, Model } from './model';
import { reached } from './progress';
import { shownAt } from './solution';
import { indexed } from './trace';

/** |w − c| over the steps on a log axis, as far as the run has come at time t. */
export function errors(
  model: Model,
  t: number,
  { unit }: PixelFrame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { c, steps, iterates } = model;
  const domain = decades(model);
  if (!domain) {
    return svg`<text class="note" x=${box.x + 68 * unit} y=${box.y + box.height / 2}
      font-size=${17 * unit}>The run begins on c and stays there: no error to draw.</text>`;
  }
  const end = Math.max(2, steps);
  const plot = chart(
    box,
    { domain: [0, end], label: 'step', ticks: Math.min(10, end) },
    { domain, label: 'error |w − c|, on a log axis', logarithmic: true },
    unit,
  );
  const known = Math.floor(reached(model, t) + 1e-9);
  const sizes = iterates.slice(0, known + 1).map((w) => Math.abs(w - c));
  const landed = sizes.indexOf(0);
  return svg`
    ${plot.axes}
    ${geometric(model, t, plot, domain, unit)}
    <path class="error-path" d=${plot.path(sizes.map((size, k) => [k, size || NaN] as const))} />
    ${sizes.map((size, k) =>
      size > 0
        ? svg`<g class="point" data-part="errors.${k}">
            <circle class="reach" cx=${plot.x(k)} cy=${plot.y(size)} r=${12 * unit} />
            <circle cx=${plot.x(k)} cy=${plot.y(size)} r=${(steps > 20 ? 3.5 : 5) * unit} />
          </g>`
        : nothing,
    )}
    ${
      landed > 0
        ? svg`<text class="note" data-part="errors.${landed}" x=${plot.right} y=${plot.top + 16 * unit}
            text-anchor="end" font-size=${16 * unit}
            >${indexed('w', landed)} lands exactly on c: a log axis has no 0</text>`
        : nothing
    }`;
}

/** What the multiplier foretells: a straight line of slope log |m|. */
function geometric(
  model: Model,
  t: number,
  plot: Chart,
  domain: readonly [number, number],
  unit: number,
): SVGTemplateResult | typeof nothing {
  const { c, w0, multiplier, steps } = model;
  const come = Math.min(1, t - shownAt(model).multiplier + 1);
  if (!(come > 0) || multiplier === 0) return nothing;
  const first = Math.abs(w0 - c);
  const slope = Math.log(Math.abs(multiplier));
  // Round-off ends a run before the line does.
  const leaves = slope < 0 ? Math.log(domain[0] / first) / slope : Infinity;
  const last = Math.min(steps, leaves) * come;
  const line = [0, last].map((k) => [k, first * Math.abs(multiplier) ** k] as const);
  // In the corner that a falling line leaves free, or a rising one.
  const y = slope < 0 ? plot.top + 20 * unit : plot.bottom - 14 * unit;
  return svg`<g data-part="multiplier">
    <path class="geometric" d=${plot.path(line)} />
    <text x=${plot.right - 6 * unit} y=${y} text-anchor="end" font-size=${16 * unit}
      opacity=${come}>slope log |m| = ${show(slope)}</text>
  </g>`;
}
