import {
  around,
  bars,
  corners,
  drawLabels,
  placed,
  plot,
  rule,
  show,
  svg,
  type Box,
  type Frame,
  type Label,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Givens, Model } from './model';

/** The entries before and after, side by side, with the limit beside their norm. */
export function entriesChart(
  model: Model,
  unfolding: Unfolding,
  frame: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { grads, clipped, norm, scale, max_norm } = model;
  const chart = plot({
    box,
    id: frame.id('entries'),
    x: { domain: [0, grads.length], label: 'entries of $g$, from 0', ticks: 0 },
    y: { domain: around([0, ...grads, max_norm, -max_norm]), ticks: 6 },
  });
  const come = unfolding.progress('clipped');
  const norms = [
    unfolding.shown('norm') ? `$\\lVert g\\rVert$ = ${show(norm)}` : '',
    unfolding.shown('scale') ? `$s$ = ${show(scale)}` : '',
  ].filter(Boolean);
  const label: Label = {
    text: norms.join(', '),
    part: 'norm scale',
    tone: 'strong',
    size: 20,
    needed: true,
    spots: corners(chart.area, 24),
  };
  return svg`${chart.axes}
    <g data-part="norm scale">
      ${bars(
        chart,
        grads.map((value, i) => ({
          from: i + 0.1,
          to: i + 0.5,
          value,
          role: 'gradient',
          part: `grads.${i}`,
        })),
      )}
    </g>
    ${bars(
      chart,
      clipped.map((value, i) => ({
        from: i + 0.5,
        to: i + 0.9,
        value: value * come,
        role: 'activation',
        part: `clipped.${i}`,
        opacity: come,
      })),
    )}
    ${rule(chart, { y: 0 })}
    ${rule(chart, { y: max_norm }, { role: 'weight', part: 'max_norm' })}
    ${norms.length > 0 ? drawLabels(placed([label], chart.area)) : ''}`;
}
