import {
  beside,
  corners,
  dots,
  drawLabels,
  handleOn,
  isInside,
  line,
  nothing,
  placed,
  plot,
  show,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { decay } from './decay';
import { ranges, verdicts, type Givens, type Model } from './model';

/** What the linear axis still shows; a curve that grows further leaves it. */
const HIGHEST = 1000;

/** What is left, on a linear axis: after a few steps it looks like nothing. */
export function linearChart(
  model: Model,
  unfolding: Unfolding,
  frame: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const chart = plot({
    box,
    id: frame.id('linear'),
    x: { domain: [0, model.steps], label: 'steps back', ticks: Math.min(6, model.steps) },
    y: { domain: [0, topOf(model, unfolding) * 1.02], label: 'what is left', ticks: 6 },
  });
  const drawn = decay(model, unfolding, frame, chart);
  const half = halfLife(model, unfolding, chart);
  const grip = factorHandle(model, unfolding, frame, chart);
  const labels = placed([...verdict(model, unfolding, chart), ...half.labels], chart.area, [
    ...drawn.avoid,
    ...grip.avoid,
  ]);
  return svg`${chart.axes} ${chart.inside([drawn.inside, half.guide])}
    ${drawn.dots} ${half.dot} ${grip.drawn} ${drawLabels(labels)}`;
}

/** Axes keep still until what is left is unfolded: before, they would tell. */
function topOf({ factor, after }: Model, unfolding: Unfolding): number {
  const before = Math.max(1, unfolding.shown('factor') ? Math.min(factor, HIGHEST) : 1);
  const whole = Math.min(HIGHEST, Math.max(1, after));
  return before + (whole - before) * unfolding.progress('after');
}

/** One step back, dragged up and down: it changes the norm of W. */
function factorHandle(
  { factor, tanh_prime, w_norm }: Model,
  unfolding: Unfolding,
  { stage }: Frame<Givens>,
  chart: Plot,
) {
  const [x, y] = [chart.x(1), chart.y(factor)];
  const stands = unfolding.shown('factor') && tanh_prime > 0 && isInside(chart, x, y);
  if (!stands) return { drawn: nothing, avoid: [] };
  return {
    avoid: [{ x: x - 12, y: y - 22, width: 24, height: 44 }],
    drawn: handleOn<Givens>(chart, {
      stage,
      name: 'w_norm',
      from: w_norm,
      range: { ...ranges.w_norm, step: 0.01 },
      at: [1, factor],
      along: 'y',
      given: (bound) => bound / tanh_prime,
      role: 'gradient',
      part: 'factor',
      changes: 'the norm of W',
    }),
  };
}

/** When half is left, or how soon the bound doubles. */
function halfLife(model: Model, unfolding: Unfolding, chart: Plot) {
  const { half_life, factor } = model;
  const opacity = unfolding.progress('half_life');
  const grows = half_life === undefined;
  const k = half_life ?? Math.log(2) / Math.log(factor);
  if (opacity === 0 || !Number.isFinite(k)) return { labels: [], guide: nothing, dot: nothing };
  const text =
    factor === 0
      ? 'all is gone after one step'
      : `${grows ? 'doubled' : 'half'} after ${show(k)} steps`;
  const y = grows ? 2 : 0.5;
  const off = k > chart.x.domain[1] || y > chart.y.domain[1];
  const label: Label = {
    text: off ? `${text} →` : text,
    shorter: factor === 0 ? 'all is gone' : `${grows ? '×2' : 'half'}: ${show(k)}`,
    tone: 'strong',
    part: 'half_life',
    opacity,
    needed: true,
    spots: [...(off ? [] : beside(chart.x(k), chart.y(y), 'right', 22)), ...corners(chart.area)],
  };
  if (off) return { labels: [label], guide: nothing, dot: nothing };
  return {
    labels: [label],
    guide: line(
      chart,
      [
        [0, y],
        [k, y],
        [k, 0],
      ],
      { style: 'dashed', part: 'half_life', opacity },
    ),
    dot: dots(chart, [{ at: [k, y], part: 'half_life', opacity }]),
  };
}

/** The verdict and what proves it, in a corner that the curve leaves free. */
function verdict({ verdict }: Model, unfolding: Unfolding, chart: Plot): Label[] {
  const opacity = unfolding.progress('verdict');
  if (opacity === 0) return [];
  const proof = {
    vanishes: 'proved: $\\gamma < 1$',
    holds: '$\\gamma = 1$ exactly',
    explodes: 'not proved: a bound grows',
  }[verdict];
  const spots = corners(chart.area, 26);
  const below = spots.map((spot) => ({ ...spot, y: spot.y + 24 }));
  const both = { part: 'verdict', opacity };
  return [
    { ...both, text: verdicts[verdict], size: 24, tone: 'strong', needed: true, spots },
    { ...both, text: proof, tone: 'note', spots: below },
  ];
}
