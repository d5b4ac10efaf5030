import {
  beside,
  dots,
  dotsToAvoid,
  drawLabels,
  handleOn,
  line,
  lineToAvoid,
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
} from '../../../src/author';
import { NAMES, timeOf } from './lanes';
import type { Givens, Model } from './model';

/** How likely it is that all is well so far: it drops after every agent and at every hand-off. */
export function survival(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { calls_per_agent, p_success } = model;
  const time = timeOf(model);
  const known = unfolding.shown('latency');
  const chart = plot({
    // The 0 at the foot of the axis is half below it.
    box: { ...box, height: box.height - 8 },
    id: id('survival'),
    x: { domain: [0, time], label: known ? 'seconds' : undefined, ticks: known ? 6 : 0 },
    y: { domain: [0, 1], label: 'probability of success so far', ticks: 5 },
    left: NAMES,
  });
  const each = (calls_per_agent * time) / model.calls;
  const steps = stairs(model.survival, each);
  const shown = until(steps, unfolding.progress('all') * time);
  const alone: Point[] = [
    [0, 1],
    [each, 1],
    [each, p_success],
  ];
  const onPage = (points: readonly Point[]): Point[] =>
    points.map(([x, y]) => [chart.x(x), chart.y(y)]);
  const labels: Label[] = [
    {
      text: `one agent: ${show(p_success)}`,
      shorter: show(p_success),
      ...{ role: 'input', part: 'single', size: 15, needed: true },
      spots: beside(chart.x(each), chart.y(p_success), 'right', 26),
    },
    ...(unfolding.shown('all') ? [result(model, chart)] : []),
  ];
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${line(chart, alone, { role: 'input', style: 'dashed', part: 'single' })}
      ${line(chart, shown, { role: 'activation', part: 'survival' })}`)}
    ${dots(
      chart,
      shown.slice(2).map((at) => ({ at, role: 'activation', part: 'p_agent' })),
      4,
    )}
    ${handleOn<Givens>(chart, {
      ...{ stage, name: 'p_success', from: p_success, range: { min: 0, max: 1, step: 0.01 } },
      ...{ at: [each, p_success], along: 'y', role: 'weight', part: 'p_success' },
      changes: 'how often one agent succeeds',
      given: (p) => p,
    })}
    ${drawLabels(
      placed(labels, chart.area, [
        ...lineToAvoid(onPage(shown)),
        ...lineToAvoid(onPage(alone)),
        ...dotsToAvoid(onPage([[each, p_success]]), 20),
      ]),
    )}`;
}

const result = (model: Model, chart: Plot): Label => ({
  text: `${model.agents === 1 ? 'this chain' : 'all go well'}: ${show(model.p_all)}`,
  shorter: show(model.p_all),
  role: 'activation',
  part: 'p_all',
  tone: 'strong',
  size: 17,
  needed: true,
  spots: beside(chart.x(timeOf(model)), chart.y(model.p_all), 'left', 10),
});

/** Level while an agent works; down where it ends, and again where it hands over. */
function stairs(left: readonly number[], each: number): Point[] {
  let level = 1;
  return [
    [0, 1],
    ...left.flatMap((next, i): Point[] => {
      const x = (Math.floor(i / 2) + 1) * each;
      const before = level;
      level = next;
      return [
        [x, before],
        [x, next],
      ];
    }),
  ];
}

/** The first part of a staircase, up to a time. */
function until(points: readonly Point[], time: number): Point[] {
  if (time === 0) return [];
  const past = points.filter(([x]) => x <= time + 1e-9);
  const [x, y] = past[past.length - 1];
  return x < time - 1e-9 ? [...past, [time, y]] : past;
}
