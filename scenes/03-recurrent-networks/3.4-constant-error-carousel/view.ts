import {
  around,
  beside,
  drawLabels,
  line,
  lineToAvoid,
  picture,
  placed,
  plot,
  show,
  svg,
  type Box,
  type Frame,
  type Label,
  type Point,
  type Plot,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type Vector,
  type View,
} from '../../../src/author';
import { gatesChart } from './gates-chart';
import type { Givens, Model } from './model';
import { twoDigits } from './solution';

/** The gates, to be drawn by hand, above what is left of the gradient. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** On a phone the picture grows to at least this. */
const LEAST = 460;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const height = frame.stage.grows ? Math.max(frame.height, LEAST) : frame.height;
  const split = Math.min(210, 0.34 * height);
  const upper = { x: 4, y: 4, width: frame.width - 8, height: split };
  const lower = { x: 4, y: split + 8, width: frame.width - 8, height: height - split - 12 };
  return {
    height,
    content: svg`${gatesChart(model, unfolding, upper, frame)} ${decay(model, unfolding, lower, frame)}`,
  };
}

/** Both products as logarithms: straight lines where the factor is the same at every step. */
function decay(
  { count, lstm_logs, rnn_logs, lstm_after, rnn_after }: Model,
  unfolding: Unfolding,
  box: Box,
  frame: Frame<Givens>,
): SVGTemplateResult {
  const seen = [
    ...(unfolding.progress('lstm') > 0 ? lstm_logs : []),
    ...(unfolding.progress('rnn') > 0 ? rnn_logs : []),
  ];
  const chart = plot({
    box,
    id: frame.id('decay'),
    x: { domain: [0, count], label: 'steps back' },
    y: { domain: around([0, -1, ...seen], 0.06), label: 'what is left, as a power of ten' },
  });
  const [lstm, rnn] = [
    upTo(lstm_logs, unfolding.progress('lstm')),
    upTo(rnn_logs, unfolding.progress('rnn')),
  ];
  const curves = [lstm, rnn].flatMap((points) =>
    lineToAvoid(points.map(([x, y]) => [chart.x(x), chart.y(y)])),
  );
  const labels = [
    ...(unfolding.shown('lstm') ? [endLabel(chart, lstm, 'lstm_after', show(lstm_after))] : []),
    ...(unfolding.shown('rnn')
      ? [endLabel(chart, rnn, 'rnn_after', show(rnn_after, twoDigits))]
      : []),
  ];
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${line(chart, lstm, { role: 'activation', part: 'lstm' })}
      ${line(chart, rnn, { role: 'gradient', part: 'rnn' })}`)}
    ${drawLabels(placed(labels, chart.area, curves))}`;
}

/** The first part of a list of logarithms, as far as a motion has come. */
function upTo(logs: Vector, share: number): Point[] {
  const end = share * (logs.length - 1);
  const points = logs.slice(0, Math.floor(end) + 1).map((y, x): Point => [x, y]);
  const rest = end - Math.floor(end);
  const [before, after] = [logs[Math.floor(end)], logs[Math.floor(end) + 1]];
  if (rest > 0 && Number.isFinite(after)) points.push([end, before + (after - before) * rest]);
  return share === 0 ? [] : points;
}

function endLabel(chart: Plot, points: readonly Point[], part: string, text: string): Label {
  const [x, y] = points.findLast(([, log]) => Number.isFinite(log)) ?? [0, 0];
  const role = part === 'lstm_after' ? 'activation' : 'gradient';
  const name = role === 'activation' ? 'LSTM' : 'plain network';
  return {
    text: `${name}: ${text}`,
    part,
    role,
    tone: 'strong',
    size: 17,
    needed: true,
    spots: [
      ...beside(chart.x(x), chart.y(y), 'left'),
      // Close under a line that falls to the foot of the chart.
      { x: chart.x(x) - 12, y: chart.y(y) + 12, anchor: 'end' },
    ],
  };
}
