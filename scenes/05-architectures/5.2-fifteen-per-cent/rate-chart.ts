import {
  beside,
  dots,
  drawLabels,
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
  type Box,
  type Frame,
  type Label,
  type Plot,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { contextLeft, type Givens, type Model } from './model';

/** Over every rate: how much there is to predict, and how much is left to predict it from. */
export function rateChart(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { mask_rate } = model;
  const chart = plot({
    box,
    id: id('rates'),
    x: { domain: [0, 1], label: 'rate $p$', ticks: 6 },
    y: { domain: [0, 1], label: 'share of the tokens', ticks: 3 },
  });
  const grown = unfolding.progress('rate');
  return svg`${chart.axes}
    ${grown > 0 ? curves(model, chart, grown) : nothing}
    ${rule(chart, { x: mask_rate }, { role: 'input', part: 'mask_rate' })}
    ${handleOn<Givens>(chart, {
      ...{ stage, name: 'mask_rate', from: mask_rate, along: 'x', changes: 'the rate' },
      at: [mask_rate, 0],
      range: { min: 0, max: 1, step: 0.01 },
      given: (x) => x,
      role: 'input',
      part: 'mask_rate',
    })}`;
}

function curves(model: Model, chart: Plot, grown: number): SVGTemplateResult {
  const { mask_rate, context } = model;
  const left = sampled(chart, (x) => contextLeft(model, x), { to: grown, count: 40 });
  const asked = sampled(chart, (x) => x, { to: grown, count: 40 });
  const at = (share: number, y: number, text: string, look: Partial<Label>): Label => ({
    ...{ text, ...look, needed: true },
    spots: [...beside(chart.x(share), chart.y(y)), ...beside(chart.x(share + 0.15), chart.y(y))],
  });
  const labels =
    grown === 1
      ? [
          at(mask_rate, context, `context left ${show(context)}`, {
            role: 'activation',
            part: 'context',
          }),
          at(mask_rate, mask_rate, `to predict ${show(mask_rate)}`, { role: 'gradient' }),
        ]
      : [];
  const path = (points: readonly Point[]) =>
    lineToAvoid(points.map(([x, y]) => [chart.x(x), chart.y(y)]));
  return svg`
    ${chart.inside(svg`
      ${line(chart, left, { role: 'activation', part: 'context' })}
      ${line(chart, asked, { role: 'gradient', part: 'passes' })}`)}
    ${dots(chart, [
      { at: [mask_rate, context], role: 'activation', part: 'context' },
      { at: [mask_rate, mask_rate], role: 'gradient', part: 'passes' },
    ])}
    ${drawLabels(placed(labels, chart.area, [...path(left), ...path(asked)]))}`;
}
