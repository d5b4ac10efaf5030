import {
  around,
  beside,
  corners,
  dots,
  drawLabels,
  handleOn,
  line,
  lineToAvoid,
  nothing,
  placed,
  plot,
  sampled,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type Point,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { functionOf } from './functions';
import type { Givens, Model } from './model';

/** How far to either side the curve is drawn, and a step that can be seen. */
const REACH = 2;
const SEEN = 1;

/** The function around w with its tangent, and the two chords drawn with a step that can be seen. */
export function curveChart(
  model: Model,
  unfolding: Unfolding,
  frame: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { f, tex } = functionOf(model.f);
  const { w } = model;
  const xs = [-REACH, -SEEN, 0, SEEN, REACH].map((dx) => f(w + dx));
  const chart = plot({
    box,
    id: frame.id('curve'),
    x: { domain: [w - REACH, w + REACH], label: '$w$', ticks: 4 },
    y: { domain: around([...xs, ...spread(xs)], 0.12), label: `$f(w) = ${tex}$`, ticks: 4 },
  });
  const chords = [
    { id: 'forward', role: 'weight', from: 0, to: SEEN },
    { id: 'central', role: 'activation', from: -SEEN, to: SEEN },
  ] as const;
  const shown = chords.filter(({ id }) => unfolding.progress(id) > 0);
  const slope = (from: number, to: number) => (f(w + to) - f(w + from)) / (to - from);
  const through = (from: number, by: number): Point[] =>
    [-REACH, REACH].map((dx) => [w + dx, f(w + from) + by * (dx - from)]);
  const avoid = [
    sampled(chart, f),
    through(0, model.analytic),
    ...shown.map(({ from, to }) => through(from, slope(from, to))),
  ].flatMap((points) => lineToAvoid(points.map(([x, y]) => [chart.x(x), chart.y(y)])));
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${line(chart, sampled(chart, f), { part: 'f' })}
      ${tangent(model, unfolding, chart)}
      ${shown.map(({ id, role, from, to }) => chord(chart, f, { w, from, to, role, part: id, share: unfolding.progress(id) }))}`)}
    ${dots(
      chart,
      shown.flatMap(({ id, role, from, to }) =>
        [from, to]
          .filter((dx) => dx !== 0)
          .map((dx) => ({ at: [w + dx, f(w + dx)] as const, role, part: id })),
      ),
    )}
    ${handleOn<Givens>(chart, {
      stage: frame.stage,
      name: 'w',
      from: w,
      range: { min: -10, max: 10, step: 0.1 },
      at: [w, f(w)],
      along: 'x',
      given: (x) => x,
      role: 'input',
      part: 'w',
      changes: 'w',
    })}
    ${drawLabels(placed(labelsOf(model, unfolding, chart), chart.area, avoid))}`;
}

/** A flat function keeps some room, so that its slope does not look steep. */
function spread(heights: readonly number[]): number[] {
  const middle = (Math.max(...heights) + Math.min(...heights)) / 2;
  return [middle - 0.5, middle + 0.5];
}

function tangent({ f, w, analytic }: Model, unfolding: Unfolding, chart: Plot) {
  const share = unfolding.progress('analytic');
  if (share === 0) return nothing;
  const { f: value } = functionOf(f);
  const points = [-REACH * share, REACH * share].map((dx): Point => [
    w + dx,
    value(w) + analytic * dx,
  ]);
  return line(chart, points, { role: 'gradient', part: 'analytic' });
}

interface Chord {
  readonly w: number;
  readonly from: number;
  readonly to: number;
  readonly role: Role;
  readonly part: string;
  readonly share: number;
}

/** The line through two points of the curve, drawn out beyond them. */
function chord(chart: Plot, f: (x: number) => number, { w, from, to, role, part, share }: Chord) {
  const slope = (f(w + to) - f(w + from)) / (to - from);
  const middle = (from + to) / 2;
  const height = (f(w + to) + f(w + from)) / 2;
  const points = [-1, 1].map((side): Point => {
    const dx = side * share * (to - from) * 0.75;
    return [w + middle + dx, height + slope * dx];
  });
  return line(chart, points, { role, part, style: 'dashed' });
}

function labelsOf({ w, f }: Model, unfolding: Unfolding, chart: Plot): Label[] {
  const { f: value } = functionOf(f);
  if (!unfolding.shown('forward')) return [];
  const [x, y] = [chart.x(w + SEEN), chart.y(value(w + SEEN))];
  return [
    {
      text: `drawn with $\\varepsilon = ${SEEN}$`,
      tone: 'note',
      spots: [
        ...beside(x, y, 'left', 18),
        ...beside(x, y, 'right', 18),
        ...corners(chart.area, 14),
      ],
    },
  ];
}
