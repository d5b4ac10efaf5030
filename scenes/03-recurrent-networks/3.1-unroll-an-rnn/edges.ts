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

/** The ways values take: up from an input, on from a state, and out of the last one. */
export function edges({ count }: Model, layout: Layout): SVGTemplateResult[] {
  const { state, input, output } = layout;
  const steps = Array.from({ length: count }, (_, i) => i + 1);
  return [
    ...steps.map((t) => edge(edgeCurve(input(t), state(t), 0), 'w_xh', '$w_{xh}$', layout)),
    ...steps.map((t) => edge(onTo(layout, t), 'w_hh', '$w_{hh}$', layout)),
    edge(outOf(layout, count, output), 'w_hy', '$w_{hy}$', layout),
  ];
}

/** From the state before step t to that of step t; at the end of a row it leads to the next. */
const onTo = ({ state, wraps }: Layout, t: number): Curve =>
  wraps(t) ? turn(state(t)) : edgeCurve(state(t - 1), state(t), 0);

const outOf = ({ state, wraps }: Layout, count: number, output: Box): Curve =>
  wraps(count + 1) ? turn(output) : edgeCurve(state(count), output, 0);

/** Into the first box of a row, from the left. */
const turn = (box: Box): Curve => edgeCurve({ ...box, x: box.x - 22, width: 2 }, box, 0);

function edge(curve: Curve, part: string, label: string, { gap }: Layout): SVGTemplateResult {
  const { line, head } = curvePath(curve);
  const { x, y } = alongCurve(curve, 0.5);
  const upright = Math.abs(curve.from.x - curve.to.x) < 1;
  const fits = gap > textWidth(label, 14) + 24;
  return svg`<g class="edge" data-part=${part}>
    <path class="way" d=${line} /><path class="way" d=${head} />
    ${
      fits
        ? svg`<text class="role-weight" font-size="14" x=${upright ? x + 8 : x} y=${upright ? y + 5 : y - 8}
            text-anchor=${upright ? 'start' : 'middle'}>${svgText(label)}</text>`
        : nothing
    }
  </g>`;
}

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
      ${along(onTo(layout, t + 1), h[t], w_hh, gathered)} ${across(bank[2], unit, b_h, gathered)}`;
  }
  if (read <= 0 || read >= 1) return nothing;
  return svg`${along(outOf(layout, count, output), h[count], w_hy, read)}
    ${across(bank[4], output, b_y, read)}`;
}

const along = (curve: Curve, operand: number, weight: number, fraction: number) =>
  travelling(alongCurve(curve, fraction), showShort(fraction < 0.5 ? operand : weight * operand));

const across = (from: Box, to: Box, value: number, fraction: number) =>
  travelling(middleOf(boxBetween(from, to, fraction)), showShort(value));
