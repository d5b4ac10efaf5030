import {
  dots,
  handle,
  key,
  line,
  plot,
  rampLegend,
  ramps,
  svg,
  svgText,
  type Box,
  type Point,
  type ScaleDrawing,
  type ScaleFrame,
  type Stage,
} from '../../../src/author';
import { DEEPEST, sideOf, type ScaleGivens } from './settings';
import type { Spread } from './spread';
import './view.css';

const NARROW = 560;
const GAP = 20;
const HEAD = 28;
const LEGEND = 30;

/** The square and the chart: side by side, or below each other on a phone. */
function boxesIn({ width, height }: ScaleFrame): { square: Box; chart: Box } {
  const narrow = width < NARROW;
  const room = narrow ? height * 0.56 : height;
  const side = Math.max(80, Math.min(narrow ? width - 8 : 0.5 * width, room - HEAD - LEGEND));
  const square = { x: 4, y: HEAD, width: side, height: side };
  const below = HEAD + side + LEGEND;
  return {
    square,
    chart: narrow
      ? { x: 0, y: below + 6, width, height: Math.max(110, height - below - 6) }
      : { x: side + GAP, y: 0, width: width - side - GAP, height },
  };
}

/** The effective field at one depth, over the theoretical one, and both for every depth. */
export function drawField(
  spreads: readonly Spread[],
  depth: number,
  stage: Stage<ScaleGivens>,
  frame: ScaleFrame,
): ScaleDrawing {
  const { square, chart: box } = boxesIn(frame);
  const { mean, sigma, share } = spreads[depth - 1];
  const side = sideOf(depth);
  const most = Array.from(mean).reduce((a, b) => Math.max(a, b), 0);
  const ramp = ramps(frame.dark).sequential;
  const chart = plot({
    box,
    id: frame.id('widths'),
    x: { domain: [0, DEEPEST], label: 'layers' },
    y: { domain: [0, sideOf(DEEPEST)], label: 'inputs a side' },
  });
  const theory = spreads.map((spread): Point => [spread.depth, sideOf(spread.depth)]);
  const effective = spreads.map((spread): Point => [spread.depth, 4 * spread.sigma]);
  const inner = Math.min(1, share) * square.width;
  const edge = {
    x: square.x + (square.width - inner) / 2,
    y: square.y + (square.height - inner) / 2,
  };
  return {
    heatmaps: [
      {
        box: square,
        field: {
          width: side,
          height: side,
          data: Float32Array.from(mean),
          domain: [0, most],
          ramp,
        },
      },
    ],
    content: svg`
      <text class="label strong" x=${square.x} y="17" font-size="16"
        >${svgText(`${depth} ${depth === 1 ? 'layer' : 'layers'}: field ${side} × ${side}`)}</text>
      <rect class="theory" x=${square.x} y=${square.y} width=${square.width} height=${square.height} />
      <rect class="heat-casing" x=${edge.x} y=${edge.y} width=${inner} height=${inner} />
      <rect class="heat-line" x=${edge.x} y=${edge.y} width=${inner} height=${inner} />
      <text class="on-heat" x=${edge.x + 6} y=${Math.max(square.y + 20, edge.y - 8)} font-size="16"
        >${svgText(`$\\pm 2\\sigma$: ${(4 * sigma).toFixed(1)} inputs`)}</text>
      ${rampLegend({
        x: square.x,
        y: square.y + square.height + 20,
        width: Math.min(260, square.width),
        ramp,
        ends: ['0', 'largest'],
        id: frame.id('ramp'),
      })}
      ${chart.axes}
      ${chart.inside(svg`
        ${line(chart, theory, { role: 'input' })}
        ${line(chart, effective, { role: 'gradient' })}`)}
      ${dots(chart, [{ at: [depth, side], role: 'input' }], 6)}
      ${handle({
        stage,
        name: 'depth',
        from: depth,
        range: { min: 1, max: DEEPEST, step: 1 },
        to: (dx) => depth + (dx / chart.area.width) * DEEPEST,
        x: chart.x(depth),
        y: chart.y(4 * sigma),
        along: 'x',
        changes: 'the number of layers',
        role: 'gradient',
      })}
      ${key(
        [
          { text: 'theoretical field', role: 'input', kind: 'line' },
          { text: '$\\pm 2\\sigma$ of the gradient', role: 'gradient', kind: 'line' },
        ],
        Math.min(chart.right, chart.left + 190),
        chart.top + 8,
      )}`,
  };
}
