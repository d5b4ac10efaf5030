import {
  drag,
  line,
  plot,
  svg,
  type Box,
  type Frame,
  type Plot,
  type Point,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Givens, Model } from './model';
import './view.css';

/** The gate of every step, as a curve that is drawn by dragging along it. */
export function gatesChart(
  model: Model,
  _unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { gates, count } = model;
  const chart = plot({
    box,
    id: id('gates'),
    x: { domain: [0, count], ticks: 0 },
    y: { domain: [0, 1], label: 'forget gate $f$ of each step; draw your own', ticks: 3 },
  });
  const points = gates.flatMap((gate, i): Point[] => [
    [i, gate],
    [i + 1, gate],
  ]);
  const { left, right, top, bottom } = chart;
  return svg`${chart.axes}
    <g class="gates" data-part=${parts(model)} @pointerdown=${drawing(model, chart, stage)}>
      <rect class="reach" x=${left} y=${top} width=${right - left} height=${bottom - top} />
      ${chart.inside(line(chart, points, { role: 'activation' }))}
    </g>`;
}

/** What the curve shows: the gates, and the given they come from. */
const parts = ({ gate }: Model): string =>
  gate === 'constant' ? 'gates f steps' : 'gates forget_curve';

/** Two decimals are as fine as a hand draws. */
const rounded = (x: number): number => Math.min(1, Math.max(0, Math.round(x * 100) / 100));

/** Draws the gates under the pointer, and between where it was and where it is. */
function drawing(model: Model, chart: Plot, stage: Stage<Givens>) {
  return (press: PointerEvent): void => {
    const picture = (press.currentTarget as SVGElement).ownerSVGElement!;
    const curve = [...model.gates];
    let last: number | undefined;
    const paint = (event: PointerEvent, commit: boolean): void => {
      const screen = picture.getScreenCTM()!.inverse();
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen);
      const step = Math.min(curve.length - 1, Math.max(0, Math.floor(chart.x.invert(x))));
      const value = rounded(chart.y.invert(y));
      const from = last ?? step;
      for (let i = Math.min(from, step); i <= Math.max(from, step); i += 1) curve[i] = value;
      last = step;
      stage.edit({ gate: 'drawn', forget_curve: [...curve] }, commit);
    };
    drag(
      press,
      (_dx, _dy, event) => paint(event, false),
      (event) => {
        if (last !== undefined) paint(event, true);
      },
    );
  };
}
