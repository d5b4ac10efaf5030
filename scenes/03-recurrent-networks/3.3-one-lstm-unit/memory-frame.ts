import {
  decimals,
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
import { ROWS, stepOf, type Memory } from './memory';
import { GATES_AT_REST, gateOf, halfLifeOf, LONGEST } from './pulse-settings';

/** A narrow stage has the legend on a line of its own. */
const NARROW = 560;
const LEGEND_LINE = 36;
const LEGEND_WIDTH = 300;

/** The half-life by fᵗ across, steps down, both logarithmic: as long as fᵗ says is a straight line. */
export function plotOf({ sizes: { steps } }: Memory, { width, height, id }: ScaleFrame): Plot {
  const below = width < NARROW ? LEGEND_LINE : 0;
  return plot({
    box: { x: 0, y: 0, width, height: Math.max(180, height - below) },
    id: id('plot'),
    x: { domain: [1, LONGEST], log: true, label: 'half-life that $f^t$ says, in steps' },
    y: { domain: [steps, 1], log: true, label: 'steps after the pulse' },
    bare: true,
  });
}

/** The share that is left, and where half of it is gone: by fᵗ, and measured. */
export function drawMemory(
  memory: Memory,
  data: Field['data'],
  pointed: HeatPointed,
  frame: ScaleFrame,
): ScaleDrawing {
  const axes = plotOf(memory, frame);
  const ramp = ramps(frame.dark).sequential;
  const narrow = frame.width < NARROW;
  const legend = rampLegend({
    x: axes.left,
    y: narrow ? frame.height - 8 : axes.bottom + 39,
    width: Math.min(LEGEND_WIDTH, axes.area.width),
    ramp,
    ends: ['all gone', 'all left'],
    id: frame.id('ramp'),
  });
  return {
    heatmaps: [
      {
        box: axes.area,
        field: { width: GATES_AT_REST, height: ROWS, data, domain: [0, 1], ramp },
      },
    ],
    content: svg`${axes.axes} ${halves(memory, axes)} ${pointed.lines} ${legend}
      <text class="pointed" x=${axes.right} y="16" font-size="15" text-anchor="end">${
        pointed.cell ? svgText(read(memory, pointed.cell)) : ''
      }</text>`,
  };
}

function halves({ halfLives, sizes: { steps } }: Memory, axes: Plot): SVGTemplateResult {
  const { x, y } = axes;
  const end = Math.min(LONGEST, steps);
  const measured = halfLives.flatMap((half, column) =>
    Number.isFinite(half) ? `${x(halfLifeOf(column))} ${y(half)}` : [],
  );
  const line = measured.length > 1 ? `M${measured.join('L')}` : '';
  return svg`
    <path class="said" d=${`M${x(1)} ${y(1)}L${x(end)} ${y(end)}`} />
    <path class="heat-casing" d=${line} /><path class="heat-line" d=${line} />
    <text class="on-heat" font-size="16" x=${axes.left + 12} y=${axes.bottom - 38}>${svgText('solid: half is left, measured')}</text>
    <text class="on-heat" font-size="16" x=${axes.left + 12} y=${axes.bottom - 14}>${svgText('dashed: half is left by $f^t$')}</text>`;
}

function read({ shares, sizes: { steps } }: Memory, { row, column }: HeatCell): string {
  const step = stepOf(row, steps);
  const gate = gateOf(halfLifeOf(column));
  const left = shares[row * GATES_AT_REST + column];
  return `$f$ = ${show(gate)}, ${step} steps: ${show(left, decimals(2))} left; $f^t$ says ${show(gate ** step, decimals(2))}`;
}
