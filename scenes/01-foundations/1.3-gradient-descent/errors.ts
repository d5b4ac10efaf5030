import {
  corners,
  decades,
  dots,
  dotsToAvoid,
  drawLabels,
  gone,
  line,
  lineToAvoid,
  placed,
  plot,
  sampled,
  show,
  svg,
  type Box,
  type Frame,
  type Label,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Givens, Model } from './model';
import { reached } from './run';

/** |w − c| over the steps on a logarithmic axis, as far as the run has come. */
export function errors(
  model: Model,
  unfolding: Unfolding,
  frame: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { c, w0, steps, iterates, multiplier } = model;
  const all = iterates.map((w) => Math.abs(w - c));
  const end = Math.max(2, steps);
  const chart = plot({
    box,
    id: frame.id('errors'),
    x: { domain: [0, end], label: 'step $k$', ticks: end },
    y: { domain: decades(all), label: 'error $|w_k - c|$, on a logarithmic axis', log: true },
  });
  const shown = all.slice(0, Math.floor(reached(model, unfolding) + 1e-9) + 1);
  const points = shown.map((size, k): Point => [k, size || NaN]);
  const landed = shown.indexOf(0);

  // What the multiplier foretells: a straight line.
  const come = w0 === c || multiplier === 0 ? 0 : unfolding.progress('multiplier');
  const foretold = sampled(chart, (k) => all[0] * Math.abs(multiplier) ** k || NaN, {
    to: steps * come,
    count: 60,
  });
  const labels: Label[] = [];
  const corner = { tone: 'note', needed: true, spots: corners(chart.area) } as const;
  if (come > 0) {
    const slope = show(Math.log(Math.abs(multiplier)));
    labels.push({
      ...corner,
      text: `slope $\\log|m| = ${slope}$`,
      shorter: `slope $${slope}$`,
      part: 'multiplier',
      opacity: come,
    });
  }
  if (w0 === c)
    labels.push({ ...corner, text: 'the run begins on $c$: there is no error to draw' });
  else if (landed > 0) {
    const text = `$w_{${landed}}$ lands on $c$: a logarithmic axis has no 0`;
    labels.push({ ...corner, text, part: `errors.${landed}` });
  }
  const positions = points.map(([k, size]) => [chart.x(k), chart.y(size)] as const);
  return svg`
    ${chart.axes}
    ${chart.inside([
      line(chart, points, { role: 'weight', opacity: 0.45 }),
      come > 0 ? line(chart, foretold, { style: 'dashed', part: 'multiplier' }) : '',
    ])}
    ${dots(
      chart,
      points.map((at, k) => ({ at, role: 'weight', part: `errors.${k}` })),
      steps > 20 ? 3.5 : 5,
    )}
    ${shown.map((size, k) => (size === 0 ? gone(chart, k, { role: 'weight', part: `errors.${k}` }) : ''))}
    ${drawLabels(placed(labels, chart.area, [...dotsToAvoid(positions), ...lineToAvoid(positions)]))}`;
}
