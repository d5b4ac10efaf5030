import {
  beside,
  drawLabels,
  dots,
  handleOn,
  line,
  lineToAvoid,
  nothing,
  placed,
  plot,
  rule,
  sampled,
  show,
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
import { curves, type Givens, type Model } from './model';
import { range } from './network';

/** The activation curve, and the sum that goes in at its foot and comes out at its left. */
export function curve(
  model: Model,
  unfolding: Unfolding,
  { curve: box, z: sum }: Layout,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { z, a, b, activation } = model;
  const chart = chartOf(model, box, id('curve'));
  const f = curves[activation];
  const points = sampled(chart, f);
  const moved = unfolding.progress('activation');
  // In at the foot, up to the curve, across to the axis.
  const [arrived, risen, read] = [part(moved, 0, 0.4), part(moved, 0.4, 0.7), part(moved, 0.7, 1)];
  const [x, y, foot] = [chart.x(z), chart.y(a), chart.bottom];
  const way: Point[] = [
    [x, foot],
    [x, foot + (y - foot) * risen],
  ];
  if (read > 0) way.push([x + (chart.left - x) * read, y]);
  const start = { x: sum.x + sum.width / 2, y: sum.y + sum.height / 2 };
  const tilted = unfolding.progress('slope');
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${rule(chart, { x: 0 })}
      ${tilted > 0 ? tangent(model, chart, tilted) : nothing}
      ${line(chart, points, { role: 'activation', part: 'curve' })}`)}
    ${
      arrived === 1
        ? svg`<path class="way-through" data-part="z" d=${`M${way.map((p) => p.join(' ')).join('L')}`} />`
        : nothing
    }
    ${
      arrived > 0 && arrived < 1
        ? travelling(
            { x: start.x + (x - start.x) * arrived, y: start.y + (foot - start.y) * arrived },
            show(z),
          )
        : nothing
    }
    ${
      risen === 1
        ? svg`${dots(chart, [{ at: [z, a], role: 'activation', part: 'a' }], 7)}
          ${handleOn(chart, {
            stage,
            name: 'b',
            from: b,
            range,
            at: [z, chart.y.domain[0]],
            along: 'x',
            given: (to) => b + to - z,
            changes: 'the bias',
            role: 'weight',
            part: 'b',
          })}
          ${names(model, unfolding, chart, points)}`
        : nothing
    }`;
}

const part = (share: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (share - from) / (to - from)));

/** Axes wide enough for the sum whatever the signs are, so that they do not tell it. */
function chartOf({ x, w, b, activation }: Model, box: Box, id: string): Plot {
  const most = w.reduce((reach, weight, i) => reach + Math.abs(weight * x[i]), Math.abs(b));
  const reach = 5 * 2 ** Math.max(0, Math.ceil(Math.log2((1.05 * most) / 5)));
  const up = {
    sigmoid: [0, 1],
    tanh: [-1, 1],
    relu: [0, reach],
    identity: [-reach, reach],
  } as const;
  return plot({
    box,
    id,
    x: { domain: [-reach, reach], label: 'pre-activation $z$' },
    y: { domain: up[activation], label: 'activation $a$' },
  });
}

/** A straight line with the slope of the curve at the point, as long as it has grown. */
function tangent({ z, a, slope }: Model, chart: Plot, grown: number): SVGTemplateResult {
  const [low, high] = chart.x.domain;
  const reach = ((high - low) / 5) * grown;
  return line(
    chart,
    [
      [z - reach, a - reach * slope],
      [z + reach, a + reach * slope],
    ],
    { role: 'gradient', part: 'slope' },
  );
}

/** The numbers at the point, and at the tangent. */
function names(model: Model, unfolding: Unfolding, chart: Plot, points: readonly Point[]) {
  const { z, a, slope } = model;
  const at = beside(chart.x(z), chart.y(a), 'right', 16);
  const labels: Label[] = [
    {
      text: `$a$ ≈ ${show(a)}`,
      part: 'a',
      role: 'activation',
      tone: 'strong',
      size: 18,
      needed: true,
      spots: at,
    },
  ];
  if (unfolding.shown('slope'))
    labels.push({
      text: `slope ≈ ${show(slope)}`,
      part: 'slope',
      role: 'gradient',
      tone: 'strong',
      size: 16,
      needed: true,
      spots: [...at, ...beside(chart.x(z), chart.y(a), 'right', 10)].map((spot) => ({
        ...spot,
        y: spot.y + 30,
      })),
    });
  const { left, top, bottom, x, y } = chart;
  const avoid = [
    ...lineToAvoid(points.map(([u, v]) => [x(u), y(v)])),
    ...lineToAvoid([
      [x(0), top],
      [x(0), bottom],
    ]),
    ...lineToAvoid([
      [left, y(a)],
      [x(z), y(a)],
      [x(z), bottom],
    ]),
  ];
  return drawLabels(placed(labels, chart.area, avoid));
}
