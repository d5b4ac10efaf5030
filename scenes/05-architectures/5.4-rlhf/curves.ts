import {
  around,
  beside,
  dots,
  drawLabels,
  handle,
  line,
  lineToAvoid,
  nothing,
  placed,
  plot,
  rule,
  svg,
  type Box,
  type Frame,
  type Label,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { align, ranges, type Givens, type Model } from './model';

/** Prices along the axis, evenly by their logarithm. */
const PRICES = Array.from(
  { length: 121 },
  (_, i) => ranges.beta.min * (ranges.beta.max / ranges.beta.min) ** (i / 120),
);

/** The policy at every price, from all on the best-paid answer to the reference; the price is dragged. */
export function priceChart(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { beta } = model;
  const chart = plot({
    box,
    id: id('price'),
    x: {
      domain: [ranges.beta.min, ranges.beta.max],
      log: true,
      label: 'price of a nat, $\\beta$',
      ticks: 4,
    },
    y: { domain: [0, 1], label: 'policy at any price', ticks: 3 },
  });
  const seen = unfolding.progress('policy', 0.5);
  const policies = PRICES.map((price) => align({ ...model, beta: price }).policy);
  const curves = model.policy.map((_, i) =>
    policies.map((policy, k): Point => [PRICES[k], policy[i]]),
  );
  const avoid = curves.flatMap((curve) =>
    lineToAvoid(curve.map(([x, y]) => [chart.x(x), chart.y(y)])),
  );
  const labels: Label[] = curves.map((curve, i) => ({
    text: `answer ${i}`,
    shorter: `${i}`,
    role: 'activation',
    part: `policy.${i}`,
    spots: [0.12, 0.3, 0.5, 0.7, 0.88].flatMap((share) => {
      const [x, y] = curve[Math.round(share * (curve.length - 1))];
      return [-8, 20].map((dy) => ({
        x: chart.x(x),
        y: chart.y(y) + dy,
        anchor: 'middle' as const,
      }));
    }),
  }));
  const ends: Label[] = (
    [
      ['one takes all', 'start', chart.left + 6],
      ['reward ignored', 'end', chart.right - 4],
    ] as const
  ).map(([text, anchor, x]) => ({
    ...{ text, size: 14, tone: 'note' as const },
    spots: [0, 0.5, 0.25, 0.75].map((share) => ({
      x,
      y: chart.top + 14 + share * (chart.area.height - 22),
      anchor,
    })),
  }));
  return svg`${chart.axes}
    ${rule(chart, { x: beta }, { role: 'weight', part: 'beta' })}
    ${
      seen > 0
        ? svg`<g opacity=${seen}>
            ${chart.inside(curves.map((curve, i) => line(chart, curve, { role: 'activation', part: `policy.${i}` })))}
            ${dots(
              chart,
              model.policy.map((p, i) => ({
                at: [beta, p],
                role: 'activation',
                part: `policy.${i}`,
              })),
            )}
            ${drawLabels(placed([...ends, ...labels], chart.area, avoid))}
          </g>`
        : nothing
    }
    ${handle<Givens>({
      ...{ stage, name: 'beta', from: beta, along: 'x', changes: 'the price of a nat' },
      x: chart.x(beta),
      y: chart.bottom,
      range: ranges.beta,
      to: (dx) => Number(chart.x.invert(chart.x(beta) + dx).toPrecision(2)),
      role: 'weight',
      part: 'beta',
    })}`;
}

/** The most reward that each distance buys; a line as steep as the price touches it at the policy. */
export function frontier(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { id }: Frame<Givens>,
): SVGTemplateResult {
  const seen = unfolding.progress('kl', 0.6);
  const { reward, reference, beta, kl, expected_reward, objective } = model;
  const possible = reward.filter((_, i) => reference[i] > 0);
  const best = Math.max(...possible);
  const onBest = reference.reduce((sum, p, i) => (reward[i] === best ? sum + p : sum), 0);
  const start = reference.reduce((sum, p, i) => sum + p * reward[i], 0);
  const furthest = Math.max(0.05, -Math.log(onBest));
  const points: Point[] = [
    [0, start],
    ...PRICES.toReversed()
      .map((price) => align({ ...model, beta: price }))
      .map((at): Point => [at.kl, at.expected_reward]),
    [-Math.log(onBest), best],
  ];
  const touching = unfolding.progress('value');
  const chart = plot({
    box,
    id: id('frontier'),
    x: { domain: [0, furthest * 1.06], label: 'KL from the reference, nats' },
    y: {
      domain: around(touching > 0 ? [start, best, objective] : [start, best], 0.12),
      label: 'expected reward',
      ticks: 4,
    },
  });
  const end = touching * chart.x.domain[1];
  const tangent: Point[] = [
    [0, objective],
    [end, objective + beta * end],
  ];
  const path = (list: readonly Point[]) => list.map(([x, y]): Point => [chart.x(x), chart.y(y)]);
  const labels: Label[] = [
    ...(seen === 1
      ? [
          {
            ...{ text: 'policy', role: 'activation' as const, part: 'kl', needed: true },
            spots: beside(chart.x(kl), chart.y(expected_reward)),
          },
        ]
      : []),
    ...(unfolding.shown('objective')
      ? [{ text: 'reference', role: 'input' as const, spots: beside(chart.x(0), chart.y(start)) }]
      : []),
    ...(touching === 1
      ? [
          {
            ...{ text: '$J$', part: 'objective', tone: 'strong' as const, needed: true },
            spots: beside(chart.x(0), chart.y(objective)),
          },
          {
            ...{ text: 'slope $\\beta$', role: 'weight' as const, part: 'beta' },
            spots: [0.85, 0.7, 0.5, 0.3].flatMap((share) =>
              beside(
                chart.x(share * chart.x.domain[1]),
                chart.y(objective + beta * share * chart.x.domain[1]),
              ),
            ),
          },
        ]
      : []),
  ];
  return svg`${chart.axes}
    <g opacity=${seen} display=${seen > 0 ? nothing : 'none'}>
      ${chart.inside(svg`
        ${line(chart, points, { role: 'value', part: 'expected_reward' })}
        ${touching > 0 ? line(chart, tangent, { role: 'weight', part: 'beta', style: 'dashed' }) : nothing}`)}
      ${dots(chart, [{ at: [kl, expected_reward], role: 'activation', part: 'kl' }], 7)}
    </g>
    ${dots(chart, [
      ...(unfolding.shown('objective')
        ? [{ at: [0, start] as Point, role: 'input' as const, part: 'reference' }]
        : []),
      ...(touching === 1 ? [{ at: [0, objective] as Point, part: 'objective' }] : []),
    ])}
    ${drawLabels(placed(labels, chart.area, seen > 0 ? lineToAvoid([...path(points), ...path(tangent)]) : []))}`;
}
