import {
  chart,
  cssColourAt,
  decimals,
  html,
  nothing,
  ramps,
  render,
  show,
  svg,
  type Chart,
  type Stage,
  type SVGTemplateResult,
} from '../../../src/author';
import { radiusOf } from './carry';
import type { Cell } from './crosshair';
import { edgeAt, logNormAt, type Growth } from './edge';
import { lengthOf } from './stability-words';
import './stability.css';

/** Ends of the ramp, as natural logarithms: below 2⁻²⁴ a gradient is lost when added to 1. */
export const DOMAIN = [-24 * Math.LN2, 24 * Math.LN2] as const;

/** ‖W‖ = 1 here: for large random matrices the norm is twice the spectral radius. */
const BOUND = 0.5;

interface Frame {
  readonly stage: Stage;
  readonly plot: Chart;
  readonly growth: Growth;
  readonly edge: number | undefined;
  readonly pointed: Cell | undefined;
}

/** A narrow stage has the legend on a line of its own. */
const isNarrow = ({ width, unit }: Stage): boolean => width < 560 * unit;

/** Room for the name of the edge. */
const EDGE_NAME = 196;

/** Axes: spectral radius across, steps back down, a row of the heatmap around its step. */
export function plotOf(stage: Stage, { radius, horizon }: Growth): Chart {
  const { width, height, unit } = stage;
  const room = height - (isNarrow(stage) ? 40 : 8) * unit;
  return chart(
    { x: 0, y: 0, width, height: Math.max(150 * unit, room) },
    { domain: [0, radius], label: 'spectral radius of W' },
    { domain: [horizon + 0.5, -0.5], label: 'steps back' },
    unit,
  );
}

/** What stands around the heatmap and on it. */
export function drawFrame(root: HTMLElement, heat: HTMLElement, frame: Frame): void {
  const { stage, plot } = frame;
  const { unit } = stage;
  Object.assign(heat.style, {
    left: `${plot.left}px`,
    top: `${plot.top}px`,
    width: `${plot.right - plot.left}px`,
    height: `${plot.bottom - plot.top}px`,
  });
  const height = plot.bottom + (isNarrow(stage) ? 86 : 54) * unit;
  render(
    html`${heat}<svg class="picture" width=${stage.width} height=${height} aria-hidden="true">
        ${plot.axes} ${marks(frame)} ${crosshair(frame)} ${legend(frame)}
      </svg>`,
    root,
  );
}

/** Where the bound of the exercise is 1, and where the gradients really turn. */
function marks({ stage: { unit }, plot, growth, edge }: Frame): SVGTemplateResult {
  const line = plot.path(
    Array.from({ length: growth.horizon }, (_, i) => [edgeAt(growth, i + 1) ?? NaN, i + 1]),
  );
  const bound = plot.x(BOUND);
  const size = 16 * unit;
  return svg`
    ${
      growth.radius > BOUND
        ? svg`<line class="bound-line" x1=${bound} x2=${bound} y1=${plot.top} y2=${plot.bottom} />
            <text class="on-heat" x=${bound + 8 * unit} y=${plot.bottom - 14 * unit} font-size=${size}
              >‖W‖ = 1: the bound</text>`
        : nothing
    }
    <path class="edge-casing" d=${line} /><path class="edge-line" d=${line} />
    ${
      edge === undefined
        ? nothing
        : svg`<text class="on-heat" font-size=${size} y=${plot.bottom - 40 * unit}
            x=${Math.max(plot.left + EDGE_NAME * unit, plot.x(edge) - 10 * unit)} text-anchor="end"
            >edge of stability: ${show(edge)}</text>`
    }`;
}

function crosshair({ plot, growth, pointed }: Frame): SVGTemplateResult | typeof nothing {
  if (!pointed) return nothing;
  const x = plot.x(radiusOf(pointed.column, growth.radius));
  const y = plot.y(pointed.step);
  return svg`<path class="crosshair" d=${`M${plot.left} ${y} H${plot.right} M${x} ${plot.top} V${plot.bottom}`} />`;
}

/** The ramp with its ends, on the line of the axis' name, and the norm pointed at above. */
function legend({ stage, plot, growth, pointed }: Frame): SVGTemplateResult {
  const { unit, dark } = stage;
  const { left, right, bottom } = plot;
  const size = 15 * unit;
  const ends = 48 * unit;
  const narrow = isNarrow(stage);
  const width = Math.min(240 * unit, right - left - 2 * ends);
  const { diverging } = ramps(dark);
  const stops = Array.from({ length: 13 }, (_, i) => i / 12);
  const colour = (part: number): string =>
    cssColourAt(diverging, DOMAIN[0] + part * (DOMAIN[1] - DOMAIN[0]), DOMAIN);
  return svg`<g class="legend" font-size=${size} transform="translate(${left} ${bottom + (narrow ? 76 : 44) * unit})">
    <defs><linearGradient id="growth-ramp">
      ${stops.map((part) => svg`<stop offset=${part} stop-color=${colour(part)} />`)}
    </linearGradient></defs>
    <text x=${ends - 6 * unit} text-anchor="end">2⁻²⁴</text>
    <rect class="ramp" x=${ends} y=${-11 * unit} width=${width} height=${12 * unit}
      rx=${6 * unit} fill="url(#growth-ramp)" />
    <text x=${ends + width + 6 * unit}>2²⁴</text>
  </g>
  <text class="pointed" x=${right} y=${16 * unit} font-size=${size} text-anchor="end"
    >${pointed ? read(growth, pointed) : narrow ? '' : 'length of the vector carried back; it starts at 1'}</text>`;
}

const read = (growth: Growth, { column, step }: Cell): string =>
  `radius ${show(radiusOf(column, growth.radius), decimals(2))}, ${step} steps back: ${lengthOf(logNormAt(growth, step, column))}`;
