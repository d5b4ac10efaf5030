import {
  decades,
  dots,
  dotsToAvoid,
  drawLabels,
  isTwoByTwo,
  line,
  nothing,
  pairsHeatmap,
  pairsWords,
  placed,
  plot,
  rule,
  svg,
  type Box,
  type ByDistance,
  type HeatPointed,
  type Label,
  type LineMark,
  type Pairs,
  type Plot,
  type Point,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { POSITIONS } from './far-out';
import type { Angles, ScaleGivens } from './settings';

/** Bases that are compared: a short one, that of the paper, and one of long contexts. */
export const BASES = [100, 10_000, 500_000] as const;
const STYLES = ['dotted', 'dashed', 'solid'] as const;

/** What is shown. */
export interface Scored extends Pairs, Pick<ScaleGivens, 'base' | 'first' | 'angles'> {
  readonly byDistance: ByDistance;
  /** For each base, the most that is left of the score at a distance or beyond. */
  readonly envelopes: readonly Float64Array[];
  readonly errors: Readonly<Record<Angles, readonly number[]>>;
}

const NARROW = 520;
/** Below the heatmap, for its legend; above it, for what is pointed at. */
const FOOT = 26;
const HEAD = 24;
/** Around the area of a plot: its labels. */
const AROUND = { width: 84, height: 74 };
/** A chart beneath the heatmap. */
const TALL = 240;
/** A chart beneath it where both together have to fit. */
const LOW = 168;
/** An error of 0 stands here on its logarithmic axis. */
const LEAST = 1e-9;

interface Plots {
  /** Query position against key position. */
  readonly pairs: Plot;
  readonly decay: Plot;
  readonly error: Plot;
  readonly height: number;
}

/** Where the three stand: both charts beside the heatmap or below it, or one here and one there. */
function boxesIn({ width, height }: ScaleFrame) {
  const narrow = width < NARROW;
  const square = narrow && isTwoByTwo({ width, height });
  const around = AROUND.height + FOOT + HEAD;
  const side = square
    ? Math.min(height - around - LOW, 0.64 * width - AROUND.width)
    : narrow
      ? width - AROUND.width
      : Math.min(height - around, 0.52 * width - AROUND.width);
  const pairs: Box = {
    ...{ x: 0, y: HEAD, width: side + AROUND.width, height: side + AROUND.height },
  };
  const beneath = pairs.y + pairs.height + FOOT;
  const right = { x: pairs.width, width: width - pairs.width };
  if (square) {
    return {
      pairs,
      decay: { x: 0, y: beneath, width, height: height - beneath },
      error: { ...right, y: HEAD, height: pairs.height },
      height,
    };
  }
  if (narrow) {
    return {
      pairs,
      decay: { x: 0, y: beneath, width, height: TALL },
      error: { x: 0, y: beneath + TALL, width, height: TALL },
      height: beneath + 2 * TALL,
    };
  }
  const half = (pairs.height + FOOT) / 2;
  return {
    pairs,
    decay: { ...right, y: HEAD - 8, height: half },
    error: { ...right, y: HEAD - 8 + half, height: half },
    height: beneath,
  };
}

/** The heatmap and both charts. */
export function layoutOf(shown: Scored, frame: ScaleFrame): Plots {
  const { length, first, errors } = shown;
  const { id } = frame;
  const boxes = boxesIn(frame);
  const ends: readonly [number, number] = [first, first + length];
  return {
    pairs: plot({
      box: boxes.pairs,
      id: id('pairs'),
      x: { domain: ends, label: 'position of the key', ticks: 3 },
      y: { domain: [ends[1], ends[0]], label: 'position of the query' },
      bare: true,
    }),
    decay: plot({
      box: boxes.decay,
      id: id('decay'),
      x: { domain: [1, length], label: 'distance', log: true, ticks: 4 },
      y: {
        domain: [Math.min(-0.2, ...shown.byDistance.mean), 1],
        label: 'score, and envelopes of it',
        ticks: 4,
      },
    }),
    error: plot({
      box: boxes.error,
      id: id('error'),
      x: { domain: [1, 2 ** 25], label: 'position', log: true, ticks: 4 },
      y: {
        domain: decades([...errors.float32, ...errors.float64].map((e) => Math.max(LEAST, e))),
        label: 'score off by',
        log: true,
        ticks: 4,
      },
    }),
    height: boxes.height,
  };
}

export function drawScores(
  shown: Scored,
  { cell, lines }: HeatPointed,
  frame: ScaleFrame,
): ScaleDrawing {
  const { pairs, decay, error, height } = layoutOf(shown, frame);
  const name = (position: number): string => whole(shown.first + position);
  return {
    height,
    heatmaps: [pairsHeatmap(shown, pairs, frame)],
    content: svg`
      ${pairs.axes} ${lines}
      ${decayChart(decay, shown, cell && Math.abs(cell.row - cell.column))} ${errorChart(error, shown)}
      ${pairsWords(shown, pairs, frame, { cell, name })}`,
  };
}

const whole = (x: number): string => x.toLocaleString('en');

interface Curve extends LineMark {
  readonly points: readonly Point[];
  readonly text: string;
  readonly shorter?: string;
}

/** What is left of the score by distance: as computed, and at most, for several bases. */
function decayChart(
  chart: Plot,
  { byDistance, envelopes, length }: Scored,
  apart: number | undefined,
): SVGTemplateResult {
  const from = (list: ArrayLike<number>): Point[] =>
    Array.from({ length: length - 1 }, (_, i): Point => [i + 1, list[i + 1]]);
  const curves = envelopes.map((envelope, i): Curve => ({
    points: from(envelope),
    style: STYLES[i],
    text: `base ${whole(BASES[i])}`,
    shorter: whole(BASES[i]),
  }));
  const measured = from(byDistance.mean);
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${line(chart, measured, { role: 'activation' })}
      ${curves.map((curve) => line(chart, curve.points, curve))}
      ${apart ? rule(chart, { x: apart }) : nothing}`)}
    ${names(chart, curves, measured)}`;
}

/** How far scores are off, the further out the more, with angles in either arithmetic. */
function errorChart(chart: Plot, { errors }: Scored): SVGTemplateResult {
  const points = (list: readonly number[]): Point[] =>
    list.map((e, i): Point => [POSITIONS[i], Math.max(LEAST, e)]);
  const curves: Curve[] = [
    { points: points(errors.float32), role: 'gradient', text: 'float32' },
    { points: points(errors.float64), role: 'activation', text: 'float64' },
  ];
  return svg`${chart.axes}
    ${curves.map(
      (curve) => svg`${chart.inside(line(chart, curve.points, curve))}
        ${dots(
          chart,
          curve.points.map((at) => ({ at, role: curve.role })),
          3.5,
        )}`,
    )}
    ${names(chart, curves)}`;
}

/** Names close above and below curves, from their right ends to their left. */
function names(
  chart: Plot,
  curves: readonly Curve[],
  other: readonly Point[] = [],
): SVGTemplateResult[] {
  const labels = curves.map(({ points, text, shorter, role }): Label => {
    const spots = SHARES.flatMap((share) => {
      const x = chart.left + share * chart.area.width;
      const [, y] = points.findLast((point) => chart.x(point[0]) <= x + 1) ?? points[0];
      const anchor = share > 0.6 ? ('end' as const) : ('start' as const);
      return [-7, 19].map((off) => ({ x, anchor, y: chart.y(y) + off }));
    });
    return { text, shorter, role, size: 14, needed: true, spots };
  });
  // One box for all points that lie within it: a curve has thousands.
  const boxes = new Map<string, Point>();
  for (const [x, y] of [...curves.flatMap(({ points }) => points), ...other]) {
    const at: Point = [chart.x(x), chart.y(y)];
    boxes.set(at.map((part) => Math.round(part / NEAR)).join(' '), at);
  }
  return drawLabels(placed(labels, chart.area, dotsToAvoid([...boxes.values()], NEAR)));
}

/** Where along an axis a name may stand. */
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.02];
const NEAR = 3;
