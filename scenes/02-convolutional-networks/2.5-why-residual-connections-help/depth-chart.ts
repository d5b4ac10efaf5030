import {
  around,
  beside,
  dots,
  drawLabels,
  gone,
  handle,
  line,
  lineToAvoid,
  nothing,
  placed,
  plot,
  show,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
  type Vector,
} from '../../../src/author';
import { formatOf, type Givens, type Model } from './model';

/** Up to this many blocks, each has its dot. */
const DOTTED = 60;

/** What is left after each block, as a power of ten; a 0 has none, and is shown as gone. */
export function depthChart(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  frame: Frame<Givens>,
): SVGTemplateResult {
  const { depth, plain_logs, residual_logs, plain_after, residual_after } = model;
  const blocks = (id: string): number =>
    Math.max(unfolding.shown(id) ? 1 : 0, depth * unfolding.progress('depth'));
  const [plain, residual] = [
    upTo(plain_logs, blocks('plain')),
    upTo(residual_logs, blocks('residual')),
  ];
  const chart = plot({
    box,
    id: frame.id('depth'),
    x: { domain: [0, depth], label: 'blocks back' },
    y: {
      domain: around([0.5, -3, ...[...plain, ...residual].map(([, log]) => log)], 0.08),
      label: 'size of the gradient, as a power of ten',
    },
  });
  const curves = [
    { points: plain, logs: plain_logs, id: 'plain', role: 'gradient' as const },
    { points: residual, logs: residual_logs, id: 'residual', role: 'activation' as const },
  ];
  const avoid = curves.flatMap(({ points }) =>
    lineToAvoid(points.map(([x, y]) => [chart.x(x), chart.y(y)])),
  );
  const labels = unfolding.shown('depth')
    ? [
        endLabel(
          chart,
          plain,
          'plain_after',
          `without: ${show(plain_after, formatOf(plain_after))}`,
        ),
        endLabel(
          chart,
          residual,
          'residual_after',
          `with skips: ${show(residual_after, formatOf(residual_after))}`,
        ),
      ]
    : [];
  return svg`${chart.axes}
    ${chart.inside(
      svg`${curves.map(
        ({ points, id, role }) => svg`${line(chart, points, { role, part: id })}
        ${
          depth > DOTTED
            ? nothing
            : dots(
                chart,
                points.filter(whole).map((at) => ({ at, role, part: id })),
                3.5,
              )
        }`,
      )}`,
    )}
    ${curves.map(({ points, logs, id, role }) => lost(chart, logs, blocks(id), { id, role }, points))}
    ${drawLabels(placed(labels, chart.area, avoid))}
    ${handle<Givens>({
      ...{ stage: frame.stage, name: 'depth', from: depth, range: { min: 1, max: 200, step: 1 } },
      x: chart.right,
      y: chart.bottom - 28,
      along: 'x',
      changes: 'the number of blocks',
      part: 'depth',
      to: (dx) => depth + dx / 8,
    })}`;
}

const whole = ([x]: Point): boolean => Number.isInteger(x);

/** The first part of a list of logarithms, as far as there is something left. */
function upTo(logs: Vector, blocks: number): Point[] {
  const points = logs.slice(0, Math.floor(blocks) + 1).map((y, x): Point => [x, y]);
  const [before, after] = [logs[Math.floor(blocks)], logs[Math.ceil(blocks)]];
  if (!Number.isInteger(blocks))
    points.push([blocks, before + (after - before) * (blocks - Math.floor(blocks))]);
  return points.filter(([, log]) => Number.isFinite(log));
}

/** Where nothing is left any more. */
function lost(
  chart: Plot,
  logs: Vector,
  blocks: number,
  { id, role }: { readonly id: string; readonly role: 'gradient' | 'activation' },
  points: readonly Point[],
): SVGTemplateResult | typeof nothing {
  const first = logs.findIndex((log) => !Number.isFinite(log));
  if (first < 0 || first > blocks) return nothing;
  const last = points.at(-1);
  return svg`${gone(chart, first, { role, part: id })}
    ${
      last
        ? svg`<path class=${`fall role-${role}`} d=${`M${chart.x(last[0])} ${chart.y(last[1])}L${chart.x(first)} ${chart.bottom - 12}`} />`
        : nothing
    }
    <text class=${`label role-${role}`} x=${chart.x(first) + 12} y=${chart.bottom - 8} font-size="15">gone</text>`;
}

function endLabel(chart: Plot, points: readonly Point[], part: string, text: string): Label {
  const [x, y] = points.at(-1) ?? [0, 0];
  return {
    text,
    part,
    role: part === 'residual_after' ? 'activation' : 'gradient',
    tone: 'strong',
    size: 17,
    needed: true,
    spots: beside(chart.x(x), chart.y(y), x > chart.x.domain[1] / 2 ? 'left' : 'right'),
  };
}
