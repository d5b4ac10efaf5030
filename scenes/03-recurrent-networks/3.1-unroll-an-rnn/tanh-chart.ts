import {
  beside,
  boxBetween,
  dots,
  dotsToAvoid,
  drawLabels,
  eased,
  line,
  middleOf,
  nothing,
  placed,
  plot,
  sampled,
  showShort,
  lineToAvoid,
  svg,
  travelling,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Layout } from './layout';
import type { Givens, Model } from './model';
import { reached } from './motion';

/** The curve is shown at least so far on either side. */
const LEAST = 3;

/** The curve of tanh with the point on it at which each step works. */
export function operatingPoints(
  model: Model,
  unfolding: Unfolding,
  layout: Layout,
  frame: Frame<Givens>,
): SVGTemplateResult {
  const { z, h, count } = model;
  const come = z.map((_, i) => reached(unfolding, i + 1, count));
  const seen = z.filter((_, i) => come[i].gathered === 1);
  const most = Math.max(LEAST, ...seen.map((sum) => 1.15 * Math.abs(sum)));
  const chart = plot({
    box: layout.chart,
    id: frame.id('tanh'),
    x: { domain: [-most, most], label: 'the sum $z$' },
    y: { domain: [-1.12, 1.12], label: '$\\tanh(z)$', ticks: 3 },
  });
  const curve = sampled(chart, Math.tanh);
  const points = z.flatMap((sum, i) =>
    come[i].bent > 0.6 || come[i].bent === 1
      ? [{ at: [sum, h[i + 1]] as const, role: 'activation' as const, part: `h.${i + 1}` }]
      : [],
  );
  const labels = z.flatMap((sum, i): Label[] =>
    come[i].bent === 1
      ? [
          {
            text: `$h_{${i + 1}}$`,
            part: `h.${i + 1}`,
            role: 'activation',
            size: 17,
            spots: beside(chart.x(sum), chart.y(h[i + 1]), 'right', 10),
          },
        ]
      : [],
  );
  const on = ([a, b]: Point): Point => [chart.x(a), chart.y(b)];
  const avoid = [...lineToAvoid(curve.map(on)), ...dotsToAvoid(points.map(({ at }) => on(at)))];
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${line(
        chart,
        [
          [-most, 0],
          [most, 0],
        ],
        { style: 'dotted', opacity: 0.4 },
      )}
      ${line(chart, curve, { part: 'tanh' })}
      ${z.map((sum, i) => (come[i].gathered === 1 ? drop(chart, sum, h[i + 1], come[i].bent) : nothing))}
      ${dots(chart, points, 6)}`)}
    ${drawLabels(placed(labels, chart.area, avoid))}
    ${z.map((sum, i) => bending(chart, layout.state(i + 1), sum, h[i + 1], come[i].bent))}`;
}

/** From the sum on its axis up, or down, to the curve. */
const drop = (chart: Plot, sum: number, state: number, bent: number): SVGTemplateResult =>
  line(
    chart,
    [
      [sum, 0],
      [sum, state * eased(bent, 0.3, 0.6)],
    ],
    {
      style: 'dashed',
      role: 'activation',
      opacity: 0.6,
    },
  );

/** The sum comes down from its unit, goes to the curve, and what it becomes there goes back. */
function bending(
  chart: Plot,
  unit: Box,
  sum: number,
  state: number,
  bent: number,
): SVGTemplateResult | typeof nothing {
  if (bent <= 0 || bent >= 1) return nothing;
  const spot = (y: number): Box => ({ x: chart.x(sum), y: chart.y(y), width: 0, height: 0 });
  const [down, up, back] = [eased(bent, 0, 0.3), eased(bent, 0.3, 0.6), eased(bent, 0.6, 1)];
  const on = spot(state * up);
  const box = back > 0 ? boxBetween(on, unit, back) : down < 1 ? boxBetween(unit, on, down) : on;
  return travelling(middleOf(box), showShort(up < 1 ? sum : state));
}
