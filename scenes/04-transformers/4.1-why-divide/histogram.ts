import {
  bars,
  binned,
  drawLabels,
  key,
  line,
  nothing,
  placed,
  plot,
  rule,
  sampled,
  svg,
  type Box,
  type Frame,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Givens, Model } from './model';

/** How far the axis goes, in standard deviations, and in how many columns. */
const REACH = 3.6;
const COLUMNS = 48;

/** Thousands of dot products, and the normal curve of the same variance; then divided as well. */
export function histogram(
  { samples, variance, std, scale }: Model,
  unfolding: Unfolding,
  box: Box,
  { id }: Frame<Givens>,
): SVGTemplateResult {
  const grown = unfolding.progress('variance');
  if (grown === 0) return svg``;
  const normal = (s: number) => (x: number) =>
    Math.exp(-0.5 * (x / s) ** 2) / (s * Math.sqrt(2 * Math.PI));
  const ends = [-REACH * std, REACH * std] as const;
  const bins = binned(samples, ends, COLUMNS);
  const divided = unfolding.progress('scale');
  const narrow = std / (1 + (scale - 1) * divided);
  const peak = Math.max(normal(std)(0), ...bins.map(({ density }) => density));
  const tall = divided > 0 ? Math.max(peak, normal(narrow)(0)) : peak;
  const chart = plot({
    box,
    id: id('scores'),
    x: { domain: ends, label: '$q\\cdot k$', ticks: 7 },
    y: { domain: [0, tall * 1.06], label: 'how often', ticks: 0 },
    left: 14,
  });
  const { area } = chart;
  return svg`${chart.axes}
    ${chart.inside(svg`
      <g data-part="variance">
        ${bars(
          chart,
          bins.map(({ from, to, density }) => ({
            ...{ from, to, value: density * grown, role: 'gradient', part: 'variance' },
          })),
          1,
        )}
      </g>
      ${line(
        chart,
        sampled(chart, (x) => normal(std)(x) * grown),
      )}
      ${divided > 0 ? line(chart, sampled(chart, normal(narrow), { count: 400 }), { role: 'activation', part: 'scale' }) : nothing}`)}
    ${[-std, std].map((x) => rule(chart, { x }, { part: 'std' }))}
    ${drawLabels(
      placed(
        [-1, 1].map((way) => ({
          ...{ text: way < 0 ? '$-\\sigma$' : '$\\sigma$', part: 'std' },
          spots: [{ x: chart.x(way * std) + way * 14, y: area.y + 18, anchor: 'middle' as const }],
        })),
        area,
      ),
    )}
    ${
      // Beside the curve, where there is room.
      unfolding.shown('variance') && area.width > 360
        ? key(
            [
              { text: 'drawn', role: 'gradient', kind: 'area' },
              { text: variance === 1 ? 'normal, variance 1' : 'normal curve', kind: 'line' },
              ...(unfolding.shown('scale')
                ? [{ text: 'divided', role: 'activation' as const, kind: 'line' as const }]
                : []),
            ],
            area.x + area.width,
            area.y + 28,
          )
        : nothing
    }`;
}
