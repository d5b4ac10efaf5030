import {
  decimals,
  nothing,
  plot,
  ramps,
  rampLegend,
  show,
  svg,
  svgText,
  type Field,
  type HeatCell,
  type HeatPointed,
  type Plot,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { RADII, radiusOf } from './carry';
import { edgeAt, logNormAt, type Growth } from './edge';
import { lengthOf } from './stability-words';
import './stability.css';

/** Ends of the ramp, as natural logarithms: below 2⁻²⁴ a gradient is lost when added to 1. */
const DOMAIN = [-24 * Math.LN2, 24 * Math.LN2] as const;

/** ‖W‖ = 1 here: for large random matrices the norm is twice the spectral radius. */
const BOUND = 0.5;

/** A narrow stage has the legend on a line of its own. */
const NARROW = 560;
const LEGEND_LINE = 36;
const LEGEND_WIDTH = 330;
/** Room for the name of the edge. */
const EDGE_NAME = 196;

/** Spectral radius across, steps back down, a row of the heatmap around its step. */
export function plotOf(growth: Growth, { width, height, id }: ScaleFrame): Plot {
  const below = width < NARROW ? LEGEND_LINE : 0;
  return plot({
    box: { x: 0, y: 0, width, height: Math.max(150, height - below) },
    id: id('plot'),
    x: { domain: [0, growth.radius], label: 'spectral radius of $W$' },
    y: { domain: [growth.horizon + 0.5, -0.5], label: 'steps back' },
    bare: true,
  });
}

/** The heatmap, where the gradients really turn, and where the bound of the exercise is 1. */
export function drawStability(
  growth: Growth,
  data: Field['data'],
  pointed: HeatPointed,
  frame: ScaleFrame,
): ScaleDrawing {
  const axes = plotOf(growth, frame);
  const ramp = ramps(frame.dark).diverging;
  const field = { width: RADII, height: growth.horizon + 1, data, domain: DOMAIN, ramp };
  const narrow = frame.width < NARROW;
  const legend = rampLegend({
    x: axes.left,
    y: narrow ? frame.height - 8 : axes.bottom + 39,
    width: Math.min(LEGEND_WIDTH, axes.area.width),
    ramp,
    ends: ['$2^{-24}$', '$2^{24}$'],
    id: frame.id('ramp'),
  });
  const resting = narrow ? '' : 'length of the vector carried back; it starts at 1';
  const says = pointed.cell ? read(growth, pointed.cell) : resting;
  return {
    heatmaps: [{ box: axes.area, field }],
    content: svg`${axes.axes} ${bound(growth, axes)} ${edge(growth, axes)} ${pointed.lines} ${legend}
      <text class="pointed" x=${axes.right} y="16" font-size="15" text-anchor="end">${says}</text>`,
  };
}

function bound({ radius }: Growth, { x, top, bottom }: Plot): SVGTemplateResult | typeof nothing {
  if (radius <= BOUND) return nothing;
  return svg`<path class="bound-line" d=${`M${x(BOUND)} ${top}V${bottom}`} />
    <text class="on-heat" x=${x(BOUND) + 8} y=${bottom - 14} font-size="16">${svgText('$‖W‖ = 1$: the bound')}</text>`;
}

function edge(growth: Growth, { x, y, left, bottom }: Plot): SVGTemplateResult {
  const steps = Array.from({ length: growth.horizon }, (_, i) => i + 1);
  const turns = steps.flatMap((step) => {
    const radius = edgeAt(growth, step);
    return radius === undefined ? [] : `${x(radius)} ${y(step)}`;
  });
  const d = turns.length > 0 ? `M${turns.join('L')}` : '';
  const last = edgeAt(growth, growth.horizon);
  return svg`<path class="heat-casing" d=${d} /><path class="heat-line" d=${d} />
    ${
      last === undefined
        ? nothing
        : svg`<text class="on-heat" font-size="16" y=${bottom - 40} text-anchor="end"
            x=${Math.max(left + EDGE_NAME, x(last) - 10)}>edge of stability: ${show(last)}</text>`
    }`;
}

const read = (growth: Growth, { column, row: step }: HeatCell): string =>
  `radius ${show(radiusOf(column, growth.radius), decimals(2))}, ${step} ${step === 1 ? 'step' : 'steps'} back: ${lengthOf(logNormAt(growth, step, column))}`;
