import {
  alongCurve,
  boxBetween,
  curvePath,
  edgeCurve,
  middleOf,
  nothing,
  showShort,
  svg,
  svgText,
  textWidth,
  travelling,
  type Box,
  type Curve,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Layout } from './layout';
import type { Model } from './model';
import { reached } from './motion';

/** A gap narrower than this has room for the head of an arrow only. */
const NARROW = 22;

/** The ways values take: up from an input, on from a state, and out of the last one. */
export function edges({ count }: Model, layout: Layout): SVGTemplateResult[] {
  const { state, input, output } = layout;
  const steps = Array.from({ length: count }, (_, i) => i + 1);
  const up = (t: number) =>
    edge(edgeCurve(input(t), state(t), 0), { part: 'w_xh', label: '$w_{xh}$', layout });
  return [
    ...steps.map(up),
    ...steps.map((t) => onTo(state(t - 1), state(t), { part: 'w_hh', label: '$w_{hh}$', layout })),
    onTo(state(count), output, { part: 'w_hy', label: '$w_{hy}$', layout }),
  ];
}

interface Way {
  readonly part: string;
  readonly label: string;
  readonly layout: Layout;
}

/** To the next box; where it stands in the next row, out of one row and into the other. */
function onTo(from: Box, to: Box, way: Way): SVGTemplateResult {
  const { gap } = way.layout;
  const sameRow = from.y === to.y;
  if (sameRow && gap >= NARROW) return edge(edgeCurve(from, to, 0), way);
  const half = Math.min(gap / 2, 8);
  const chevron = (x: number, { y, height }: Box): string =>
    `M${x - 2} ${y + height / 2 - 5}l4 5l-4 5`;
  const out = sameRow ? '' : chevron(from.x + from.width + half, from);
  return svg`<g class="edge" data-part=${way.part}>
    <path class="way" d=${out + chevron(to.x - half, to)} />
  </g>`;
}

function edge(curve: Curve, { part, label, layout: { gap } }: Way): SVGTemplateResult {
  const { line, head } = curvePath(curve);
  const { x, y } = alongCurve(curve, 0.5);
  const upright = Math.abs(curve.from.x - curve.to.x) < 1;
  const fits = gap > textWidth(label, 14) + 24;
  return svg`<g class="edge" data-part=${part}>
    <path class="way" d=${line} /><path class="way" d=${head} />
    ${
      fits
        ? svg`<text font-size="14" x=${upright ? x + 8 : x} y=${upright ? y + 5 : y - 8}
            text-anchor=${upright ? 'start' : 'middle'}>${svgText(label)}</text>`
        : nothing
    }
  </g>`;
}

/** The way of a value to the next box, across to the next row where that is there. */
const ahead = (from: Box, to: Box): Curve =>
  from.y === to.y
    ? edgeCurve(from, to, 0)
    : { from: middleOf(from), bend: middleOf(boxBetween(from, to, 0.5)), to: middleOf(to) };

/** What is on its way: halfway along its edge, an operand is multiplied by the weight of the edge. */
export function carried(
  model: Model,
  layout: Layout,
  unfolding: Unfolding,
): SVGTemplateResult | typeof nothing {
  const { count, x, h, w_xh, w_hh, b_h, w_hy, b_y } = model;
  const { state, input, output, bank } = layout;
  const read = unfolding.progress('output', 0, 0.9);
  const t = x.findIndex((_, i) => {
    const { gathered } = reached(unfolding, i + 1, count);
    return gathered > 0 && gathered < 1;
  });
  if (t >= 0) {
    const { gathered } = reached(unfolding, t + 1, count);
    const unit = state(t + 1);
    return svg`
      ${along(edgeCurve(input(t + 1), unit, 0), x[t], w_xh, gathered)}
      ${along(ahead(state(t), unit), h[t], w_hh, gathered)} ${across(bank[2], unit, b_h, gathered)}`;
  }
  if (read <= 0 || read >= 1) return nothing;
  return svg`${along(ahead(state(count), output), h[count], w_hy, read)}
    ${across(bank[4], output, b_y, read)}`;
}

const along = (curve: Curve, operand: number, weight: number, fraction: number) =>
  travelling(alongCurve(curve, fraction), showShort(fraction < 0.5 ? operand : weight * operand));

const across = (from: Box, to: Box, value: number, fraction: number) =>
  travelling(middleOf(boxBetween(from, to, fraction)), showShort(value));
