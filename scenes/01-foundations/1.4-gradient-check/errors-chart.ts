import {
  along,
  beside,
  dots,
  drawLabels,
  handle,
  line,
  lineToAvoid,
  nothing,
  numbersIn,
  placed,
  plot,
  rule,
  show,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type Point,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
  type Vector,
} from '../../../src/author';
import { EPSILONS, FITTED, relative, ROUND_OFF, type Givens, type Model } from './model';
import { twoDecimals, twoDigits } from './solution';

/** The usual bar for a correct gradient. */
const BAR = 1e-7;
/** Errors the axis shows: from below round-off to beyond all agreement. */
const SHOWN = [1e-17, 30] as const;

const quotients = [
  { which: 'forward', role: 'weight', name: 'forward' },
  { which: 'central', role: 'activation', name: 'central' },
] as const;

/** Relative error against ε, both on logarithmic axes; ε is dragged along it. */
export function errorsChart(
  model: Model,
  unfolding: Unfolding,
  frame: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const chart = plot({
    box,
    id: frame.id('errors'),
    x: { domain: [EPSILONS[0], 1], label: 'step $\\varepsilon$', log: true, ticks: 5 },
    y: { domain: SHOWN, label: 'relative error, log-log', log: true, ticks: 7 },
  });
  const drawn = quotients.filter(({ which }) => unfolding.progress(which) > 0);
  const curves = drawn.map(({ which, role }) => ({
    role,
    part: `${which}_curve`,
    points: upTo(model.curves[which], unfolding.progress(which)),
  }));
  const mine = numbersIn(frame.stage.predicted.recorded('code'));
  const own = mine && pointsOf(mine.map((n) => relative(n, model.analytic)));
  const floor = unfolding.progress('floor');
  const atFloor = (unit: number): Point[] =>
    [EPSILONS[0], 1].map((e) => [e, Math.max(SHOWN[0], (unit * model.unrounded) / e)]);
  const lines = [
    ...curves.map(({ points }) => points),
    ...(own ? [own] : []),
    ...(floor > 0
      ? [atFloor(ROUND_OFF.float64), atFloor(ROUND_OFF.float32), pointsOf(model.curves.central32)]
      : []),
  ];
  const avoid = [
    ...lines.flatMap((points) => lineToAvoid(points.map(([x, y]) => [chart.x(x), chart.y(y)]))),
    // Its name stands close to it.
    ...lineToAvoid(
      [
        [chart.left, chart.y(BAR)],
        [chart.right, chart.y(BAR)],
      ],
      2,
    ),
  ];
  const labels = [
    ...drawn.flatMap((each) => curveLabels(model, unfolding, chart, each)),
    ...(own ? [ownLabel(chart, own)] : []),
    barLabel(chart),
    ...(floor > 0 ? floorLabels(chart, atFloor, floor) : []),
  ];
  return svg`${chart.axes} ${rule(chart, { y: BAR }, { part: 'bar' })}
    ${chart.inside(svg`
      ${line(chart, atFloor(ROUND_OFF.float64), { style: 'dashed', part: 'floor', opacity: floor })}
      ${line(chart, atFloor(ROUND_OFF.float32), { style: 'dashed', part: 'floor32', opacity: floor })}
      ${line(chart, pointsOf(model.curves.central32), { role: 'activation', style: 'dotted', part: 'floor32', opacity: floor })}
      ${curves.map(({ points, role, part }) => line(chart, points, { role, part }))}
      ${drawn.map((each) => fitted(model, unfolding, chart, each))}
      ${own ? line(chart, own, { role: 'value', style: 'dashed', part: 'code' }) : nothing}`)}
    ${dots(
      chart,
      drawn.map(({ which, role }) => ({
        at: [model.eps, Math.max(SHOWN[0], model[`${which}_error`])],
        role,
        part: `${which}_error`,
        opacity: unfolding.progress(which),
      })),
    )}
    ${epsHandle(model, frame, chart)} ${drawLabels(placed(labels, chart.area, avoid))}`;
}

const pointsOf = (errors: Vector): Point[] =>
  errors.map((error, i) => [EPSILONS[i], Math.max(SHOWN[0], error)]);

/** A curve that comes from large steps to small ones, as far as its motion has come. */
const upTo = (errors: Vector, share: number): Point[] =>
  pointsOf(errors).slice(Math.round((1 - share) * errors.length));

/** The line of the fitted slope, through the middle of what it was fitted to. */
function fitted(
  model: Model,
  unfolding: Unfolding,
  chart: Plot,
  { which, role }: { readonly which: 'forward' | 'central'; readonly role: Role },
): SVGTemplateResult | typeof nothing {
  const order = model[`order_${which}`];
  const opacity = unfolding.progress('order');
  if (typeof order === 'string' || opacity === 0) return nothing;
  const [first, last] = [FITTED[0], FITTED[FITTED.length - 1]].map((x) => 10 ** x);
  const at = EPSILONS.findIndex((e) => e >= 10 ** -2.5 * 0.99);
  const through = model.curves[which][at];
  const points = [first / 3, last * 3].map((e): Point => [
    e,
    through * (e / EPSILONS[at]) ** order,
  ]);
  return line(chart, points, { role, style: 'dotted', part: `order_${which}`, opacity });
}

function curveLabels(
  model: Model,
  unfolding: Unfolding,
  chart: Plot,
  { which, role, name }: (typeof quotients)[number],
): Label[] {
  if (!unfolding.shown(which)) return [];
  const error = model[`${which}_error`];
  const order = model[`order_${which}`];
  const says = {
    exact: 'exact but for rounding',
    undefined: 'no slope at a kink',
  } as const;
  const sloped = typeof order === 'number' ? `slope ${show(order, twoDecimals)}` : says[order];
  // Near the upper end of the curve, further down where lines cross it there.
  const curve = [11, 20, 28, 36].map((back) => {
    const i = EPSILONS.length - back;
    return [chart.x(EPSILONS[i]), chart.y(Math.max(SHOWN[0], model.curves[which][i]))] as const;
  });
  return [
    {
      text: unfolding.shown('order') ? `${name}: ${sloped}` : name,
      shorter: unfolding.shown('order') ? sloped : undefined,
      role,
      part: unfolding.shown('order') ? `order_${which}` : `${which}_curve`,
      tone: 'strong',
      size: 17,
      needed: true,
      spots: curve.flatMap(([x, y]) => [
        ...beside(x, y, 'left', 18),
        ...beside(x, y, 'right', 18),
        ...beside(x, y, 'right', 10),
      ]),
    },
    {
      text: show(error, twoDigits),
      role,
      part: `${which}_error`,
      tone: 'strong',
      needed: true,
      spots: [
        ...beside(chart.x(model.eps), chart.y(Math.max(SHOWN[0], error)), 'right', 16),
        ...beside(chart.x(model.eps), chart.y(Math.max(SHOWN[0], error)), 'left', 16),
      ],
    },
  ];
}

const barLabel = (chart: Plot): Label => ({
  text: 'the usual bar, $10^{-7}$',
  shorter: '$10^{-7}$',
  tone: 'note',
  part: 'bar',
  spots: along(chart.left, chart.right, chart.y(BAR)),
});

function ownLabel(chart: Plot, points: readonly Point[]): Label {
  const middle = points[Math.floor(points.length * 0.4)];
  return {
    text: 'yours',
    role: 'value',
    part: 'code',
    tone: 'strong',
    size: 17,
    needed: true,
    spots: [
      ...beside(chart.x(middle[0]), chart.y(middle[1]), 'left', 16),
      ...beside(chart.x(middle[0]), chart.y(middle[1]), 'right', 16),
    ],
  };
}

const floorLabels = (chart: Plot, atFloor: (unit: number) => Point[], opacity: number): Label[] =>
  (['float64', 'float32'] as const).map((name): Label => {
    const [[x, y]] = atFloor(ROUND_OFF[name]);
    return {
      text: `${name}: rounding`,
      tone: 'note',
      part: name === 'float64' ? 'floor' : 'floor32',
      opacity,
      spots: beside(chart.x(x), Math.max(chart.top + 20, chart.y(y)), 'right', 12),
    };
  });

/** ε under the pointer, on its logarithmic axis. */
function epsHandle({ eps }: Model, { stage }: Frame<Givens>, chart: Plot): SVGTemplateResult {
  const x = chart.x(eps);
  return svg`<path class="grid" d=${`M${x} ${chart.top}V${chart.bottom}`} />
    ${handle<Givens>({
      stage,
      name: 'eps',
      from: eps,
      range: { min: EPSILONS[0], max: 0.1 },
      x,
      y: chart.bottom,
      along: 'x',
      to: (dx) => Number(chart.x.invert(x + dx).toPrecision(1)),
      role: 'weight',
      part: 'eps',
      changes: 'the step',
    })}`;
}
