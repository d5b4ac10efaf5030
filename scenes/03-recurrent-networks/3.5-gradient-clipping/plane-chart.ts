import {
  beside,
  drawLabels,
  freeHandle,
  handle,
  line,
  lineToAvoid,
  nothing,
  numbersIn,
  placed,
  plot,
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
import type { Givens, Model } from './model';

/** What stands around the area of a plot, in stage units, so that a circle is round. */
const AROUND = { width: 82, height: 74 };

/** The gradient as an arrow whose tip is dragged, and the circle it is shortened to. */
export function planeChart(
  model: Model,
  unfolding: Unfolding,
  frame: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { grads, clipped, max_norm, norm } = model;
  const side = Math.min(box.height - AROUND.height, box.width - AROUND.width);
  const square = {
    x: box.x + (box.width - side - AROUND.width) / 2,
    y: box.y + (box.height - side - AROUND.height) / 2,
    width: side + AROUND.width,
    height: side + AROUND.height,
  };
  const reach = 1.15 * Math.max(norm, max_norm);
  const domain = [-reach, reach] as const;
  const chart = plot({
    box: square,
    id: frame.id('plane'),
    x: { domain, label: '$g_0$', ticks: 5 },
    y: { domain, label: '$g_1$', ticks: 5 },
    left: 60,
  });
  const tip = at(chart, grads);
  const come = unfolding.progress('clipped');
  const end = grads.map((g, i) => g + (clipped[i] - g) * come);
  const mine = numbersIn(frame.stage.predicted.recorded('code'));
  const own = mine?.length === 2 ? mine : undefined;
  const arrows = [grads, ...(come > 0 ? [end] : []), ...(own ? [own] : [])];
  const labels = labelsOf(model, unfolding, chart, own);
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${line(chart, circle(max_norm), { role: 'weight', style: 'dashed', part: 'max_norm' })}
      ${arrow(chart, grads, 'gradient', 'grads norm')}
      ${come > 0 ? arrow(chart, end, 'activation', 'clipped scale', 5) : nothing}
      ${
        own
          ? line(
              chart,
              [
                [0, 0],
                [own[0], own[1]],
              ],
              { role: 'value', style: 'dashed', part: 'code' },
            )
          : nothing
      }`)}
    ${limitHandle(model, frame, chart)}
    ${freeHandle({
      at: { x: tip[0], y: tip[1] },
      role: 'gradient',
      changes: 'the gradient',
      moved: (dx, dy, commit) => {
        const to = [chart.x.invert(tip[0] + dx), chart.y.invert(tip[1] + dy)];
        frame.stage.edit({ grads: to.map((x) => inSteps(x, reach)) }, commit);
      },
    })}
    ${drawLabels(
      placed(
        labels,
        chart.area,
        arrows.flatMap((v) => lineToAvoid([at(chart, [0, 0]), at(chart, v)])),
      ),
    )}`;
}

const at = (chart: Plot, v: Vector): Point => [chart.x(v[0]), chart.y(v[1])];

/** Steps that a hand can choose: a hundredth of the picture, rounded to 1, 2 or 5. */
function inSteps(x: number, reach: number): number {
  const power = 10 ** Math.floor(Math.log10(reach / 50));
  return Math.min(1e6, Math.max(-1e6, Number((Math.round(x / power) * power).toPrecision(12)))) + 0;
}

const circle = (radius: number): Point[] =>
  Array.from({ length: 121 }, (_, i) => {
    const angle = (i / 120) * 2 * Math.PI;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

/** A line from the origin with a head, whose size is that of the stage. */
function arrow(chart: Plot, v: Vector, role: Role, part: string, width = 3): SVGTemplateResult {
  const [[x0, y0], [x, y]] = [at(chart, [0, 0]), at(chart, v)];
  const length = Math.hypot(x - x0, y - y0);
  if (length < 1)
    return svg`<circle class="mark-dot role-${role}" data-part=${part} cx=${x} cy=${y} r="5" />`;
  const [ux, uy] = [(x - x0) / length, (y - y0) / length];
  const head = Math.min(14, length / 2);
  const wing = (side: number): string =>
    `${x - head * ux + side * head * 0.5 * uy} ${y - head * uy - side * head * 0.5 * ux}`;
  return svg`<path class="mark-line role-${role}" data-part=${part} stroke-width=${width}
    d=${`M${x0} ${y0}L${x} ${y}M${wing(1)}L${x} ${y}L${wing(-1)}`} />`;
}

/** The limit, dragged where the circle crosses the axis. */
const limitHandle = ({ max_norm }: Model, { stage }: Frame<Givens>, chart: Plot) =>
  handle<Givens>({
    stage,
    name: 'max_norm',
    from: max_norm,
    range: { min: 0.01, max: 1e6 },
    x: chart.x(-max_norm),
    y: chart.y(0),
    along: 'x',
    to: (dx) => inSteps(-chart.x.invert(chart.x(-max_norm) + dx), chart.x.domain[1]),
    role: 'weight',
    part: 'max_norm',
    changes: 'the limit',
  });

function labelsOf(
  { grads, clipped, norm, scale, max_norm }: Model,
  unfolding: Unfolding,
  chart: Plot,
  own: Vector | undefined,
): Label[] {
  const [tip, end, limit] = [grads, clipped, [0.72 * max_norm, -0.72 * max_norm]].map((v) =>
    at(chart, v),
  );
  const around = ([x, y]: Point) => [...beside(x, y, 'right', 24), ...beside(x, y, 'left', 24)];
  return [
    {
      text: unfolding.shown('norm') ? `$\\lVert g\\rVert$ = ${show(norm)}` : '$g$',
      role: 'gradient',
      part: 'norm',
      tone: 'strong',
      size: 17,
      needed: true,
      spots: around(tip),
    },
    {
      text: `limit $m$ = ${show(max_norm)}`,
      role: 'weight',
      part: 'max_norm',
      tone: 'note',
      spots: around(limit),
    },
    ...(unfolding.shown('clipped')
      ? [
          {
            text: scale === 1 ? '$c = g$' : `$c$, ${show(scale)} of it`,
            role: 'activation',
            part: 'clipped',
            tone: 'strong',
            size: 17,
            needed: true,
            spots: around(end),
          } as const,
        ]
      : unfolding.shown('scale')
        ? [
            {
              text: `$s$ = ${show(scale)}`,
              role: 'weight',
              part: 'scale',
              tone: 'strong',
              size: 17,
              needed: true,
              spots: around(at(chart, [grads[0] / 2, grads[1] / 2])),
            } as const,
          ]
        : []),
    ...(own
      ? [
          {
            text: 'yours',
            role: 'value',
            part: 'code',
            tone: 'strong',
            spots: around(at(chart, [own[0] / 2, own[1] / 2])),
          } as const,
        ]
      : []),
  ];
}
