import {
  beside,
  dots,
  dotsToAvoid,
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
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { costOf, ranges, totalOf, type Givens, type Model } from './model';

/** The cost over the number of tokens, on axes that multiply; the number is dragged. */
export function growth(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { n, d_model, d_k } = model;
  const known = unfolding.shown('output');
  const drawn = unfolding.progress('output', 0.5);
  const at = (tokens: number) => costOf({ ...model, n: tokens }, d_k);
  const curves: readonly { text: string; role?: Role; of(tokens: number): number }[] = [
    { text: 'projections', role: 'input', of: (t) => at(t).projections + at(t).output },
    { text: 'attention', role: 'activation', of: (t) => at(t).attention },
    { text: 'all', of: (t) => totalOf(at(t)) },
  ];
  const ends = [Math.max(1, Math.min(16, n / 4)), ranges.n.max] as const;
  const chart = plot({
    box,
    id: id('growth'),
    x: { domain: ends, log: true, label: 'tokens $n$', ticks: 5 },
    y: {
      domain: [at(ends[0]).attention, 2 * totalOf(at(ends[1]))],
      log: true,
      label: 'FLOPs, over the tokens',
      ticks: known ? 5 : 0,
    },
    left: 48,
  });
  const to = ends[0] * (ends[1] / ends[0]) ** drawn;
  const points = (of: (tokens: number) => number): Point[] =>
    Array.from({ length: 41 }, (_, i): Point => {
      const tokens = ends[0] * (to / ends[0]) ** (i / 40);
      return [tokens, of(tokens)];
    });
  const on = (of: (tokens: number) => number): Point[] =>
    points(of).map(([x, y]) => [chart.x(x), chart.y(y)]);
  const even = 2 * d_model;
  const labels: Label[] = known
    ? [
        {
          ...{ text: `equal at $n$ = ${even.toLocaleString('en')}`, size: 14, tone: 'note' },
          spots: beside(chart.x(even), chart.y(at(even).attention), 'right', 10),
        },
        ...curves.slice(0, 2).map(({ text, role, of }): Label => ({
          ...{ text, role, size: 14 },
          spots: [0.04, 0.2, 0.4, 0.6, 0.8, 0.95].flatMap((share) => {
            const tokens = ends[0] * (ends[1] / ends[0]) ** share;
            return beside(chart.x(tokens), chart.y(of(tokens)), 'right', 6);
          }),
        })),
      ]
    : [];
  const grip = [chart.x(n), chart.top + 12] as const;
  const avoid = [
    ...curves.flatMap(({ of }) => lineToAvoid(on(of))),
    ...lineToAvoid([
      [chart.x(n), chart.top],
      [chart.x(n), chart.bottom],
    ]),
    ...dotsToAvoid([grip], 22),
    ...dotsToAvoid([[chart.x(n), chart.y(totalOf(at(n)))]]),
  ];
  return svg`${chart.axes}
    ${rule(chart, { x: n }, { part: 'n' })}
    ${
      drawn > 0
        ? chart.inside(
            curves.map(({ role, of }) =>
              line(chart, points(of), role ? { role } : { style: 'dashed' }),
            ),
          )
        : nothing
    }
    ${known && even <= ends[1] ? dots(chart, [{ at: [even, at(even).attention], open: true }], 5) : nothing}
    ${known ? dots(chart, [{ at: [n, totalOf(at(n))], part: 'flops_multi' }], 5) : nothing}
    ${drawLabels(placed(labels, chart.area, avoid))}
    ${handle({
      ...{ x: grip[0], y: grip[1], along: 'x', part: 'n' },
      ...{ stage, name: 'n', from: n, range: { ...ranges.n, step: 1 } },
      changes: 'the number of tokens',
      to: (dx) => chart.x.invert(chart.x(n) + dx),
    })}`;
}
