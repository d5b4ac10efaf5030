import {
  beside,
  corners,
  dots,
  dotsToAvoid,
  drawLabels,
  handleOn,
  isInside,
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
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { formatOf, ranges, slopeAt, type Givens, type Model } from './model';
import { reached, roundUp, stretch } from './run';

type Position = readonly [number, number];

/** Iterates with a label where there is room, and how far apart they must be. */
const LABELLED = 8;
const APART = 14;
/** The share of a step's motion that goes sideways; the rest drops to the curve. */
const SIDEWAYS = 0.6;
/** Half the length of the stretch of tangent that is drawn. */
const TANGENT = 74;

/** The parabola and the path down it, as far as it has come. */
export function parabola(
  model: Model,
  unfolding: Unfolding,
  frame: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { c, iterates } = model;
  const domain = stretch(model);
  const f = (w: number): number => (w - c) ** 2;
  const chart = plot({
    box,
    id: frame.id('parabola'),
    x: { domain, label: '$w$' },
    y: { domain: [0, Math.max(...domain.map(f))], label: '$f(w) = (w - c)^2$' },
  });
  const at = (w: number): Position => [chart.x(w), chart.y(f(w))];
  const known = reached(model, unfolding);
  const shown = iterates.slice(0, Math.floor(known + 1e-9) + 1);
  const steps = iterates.slice(0, Math.ceil(known)).map((w, k) => [at(w), at(iterates[k + 1])]);
  const curve = sampled(chart, f);
  const slope = tangent(model, unfolding, known, chart, at);

  const labels = placed(
    [
      {
        text: '$c$',
        role: 'value',
        part: 'c',
        spots: beside(chart.x(c), chart.top + 14, 'right', 28),
      },
      ...iterateLabels(model, shown, chart, at),
      ...slope.labels,
      ...elsewhere(shown, chart),
    ],
    chart.area,
    [
      ...lineToAvoid(curve.map(([w, y]) => [chart.x(w), chart.y(y)])),
      ...dotsToAvoid(shown.map(at)),
      ...dotsToAvoid([at(model.w0), [chart.x(c), chart.top + 14]], 22),
      ...steps.flatMap(([[x0, y0], [x1, y1]]) =>
        lineToAvoid(
          [
            [x0, y0],
            [x1, y0],
            [x1, y1],
          ],
          2,
        ),
      ),
      ...lineToAvoid(slope.ends),
      ...lineToAvoid([
        [chart.x(c), chart.top + 36],
        [chart.x(c), chart.bottom],
      ]),
    ],
  );
  return svg`
    ${chart.axes} ${rule(chart, { x: c }, { role: 'value', part: 'c fixed_point' })}
    ${chart.inside([
      svg`<g class="curve">${line(chart, curve)}</g>`,
      steps.map(([from, to], k) => step(from, to, k + 1, Math.min(1, known - k))),
      slope.drawn,
    ])}
    ${dots(
      chart,
      shown.map((w, k) => ({ at: [w, f(w)], role: 'weight', part: `w${k}` })),
      6,
    )}
    ${handles(model, frame, chart, chart.y.invert(chart.top + 14))} ${drawLabels(labels)}`;
}

/** What is dragged: where the bottom is, and where the run begins. */
function handles({ c, w0 }: Model, { stage }: Frame<Givens>, chart: Plot, top: number) {
  const [low, high] = chart.x.domain;
  const range = { ...ranges.position, step: roundUp(high - low) / 200 };
  const along = { stage, range, along: 'x', given: (w: number) => w } as const;
  return svg`
    ${handleOn<Givens>(chart, {
      ...along,
      name: 'c',
      from: c,
      at: [c, top],
      role: 'value',
      part: 'c fixed_point',
      changes: 'c',
    })}
    ${handleOn<Givens>(chart, {
      ...along,
      name: 'w0',
      from: w0,
      at: [w0, (w0 - c) ** 2],
      role: 'weight',
      part: 'w0',
      changes: 'where the run begins',
    })}`;
}

/** The first iterates and the last, each once, outside the curve where there is room. */
function iterateLabels(
  { c, iterates }: Model,
  shown: readonly number[],
  chart: Plot,
  at: (w: number) => Position,
): Label[] {
  const labelled: Position[] = [];
  return shown.flatMap((w, k): Label[] => {
    const [x, y] = at(w);
    const clear = labelled.every(([px, py]) => Math.hypot(px - x, py - y) > APART);
    if (!isInside(chart, x, y) || !clear || (k > LABELLED && k < shown.length - 1)) return [];
    labelled.push([x, y]);
    return [
      {
        text: `$w_{${k}} = ${show(iterates[k], formatOf(w))}$`,
        shorter: `$w_{${k}}$`,
        role: 'weight',
        part: `w${k}`,
        spots: beside(x, y, w > c ? 'right' : 'left', k === 0 ? 26 : 13),
      },
    ];
  });
}

/** Says so where the run leaves the picture. */
function elsewhere(shown: readonly number[], chart: Plot): Label[] {
  const [low, high] = chart.x.domain;
  const off = shown.findIndex((w) => w < low || w > high);
  if (off < 0) return [];
  const rest = off < shown.length - 1 ? ' and what follows lie' : ' lies';
  const text = `$w_{${off}}$${rest} off this picture`;
  return [{ text, tone: 'note', needed: true, spots: corners(chart.area) }];
}

/** A step: sideways by what the optimiser takes off, then down (or up) to the curve. */
function step([x0, y0]: Position, [x1, y1]: Position, k: number, done: number): SVGTemplateResult {
  const x = x0 + (x1 - x0) * Math.min(1, done / SIDEWAYS);
  const drop = Math.max(0, (done - SIDEWAYS) / (1 - SIDEWAYS));
  const tip = Math.sign(x1 - x0) * Math.min(7, Math.abs(x - x0) / 2);
  return svg`<g class="arrow" data-part=${`w${k}`}>
    <path d=${`M${x0} ${y0}H${x}m${-tip} ${-0.7 * Math.abs(tip)}L${x} ${y0}l${-tip} ${0.7 * Math.abs(tip)}`} />
    ${drop > 0 ? svg`<path class="drop" d=${`M${x} ${y0}V${y0 + (y1 - y0) * drop}`} />` : nothing}
  </g>`;
}

interface Tangent {
  readonly drawn: SVGTemplateResult | typeof nothing;
  readonly ends: readonly Position[];
  readonly labels: readonly Label[];
}

/** The slope that the step under way uses: a stretch of the tangent, of one length on the screen. */
function tangent(
  { c, iterates }: Model,
  unfolding: Unfolding,
  known: number,
  chart: Plot,
  at: (w: number) => Position,
): Tangent {
  // Later steps speak of errors, not of slopes.
  const last = Math.min(unfolding.at('multiplier'), unfolding.at('left')) - 1;
  if (unfolding.t <= 0 || unfolding.t > last) return { drawn: nothing, ends: [], labels: [] };
  const k = Math.max(0, Math.ceil(known) - 1);
  const w = iterates[k];
  const slope = slopeAt(w, c);
  const [x, y] = at(w);
  const [[left, right], [low, high]] = [chart.x.domain, chart.y.domain];
  const { width, height } = chart.area;
  const dy = -(slope / (high - low)) * (right - left) * (height / width) || 0;
  const opacity = unfolding.progress('slope');
  const length = (TANGENT * opacity) / Math.hypot(1, dy);
  const ends: Position[] = [
    [x - length, y - dy * length],
    [x + length, y + dy * length],
  ];
  const [[ax, ay], [bx, by]] = ends;
  const part = `g${k}`;
  return {
    ends,
    drawn: svg`<path class="tangent role-gradient" data-part=${part} d=${`M${ax} ${ay}L${bx} ${by}`} />`,
    labels: [
      {
        text: `slope ${show(slope, formatOf(slope))}`,
        role: 'gradient',
        part,
        opacity,
        spots: ends.flatMap(([px, py], i) => beside(px, py, i === 0 ? 'left' : 'right', 10)),
      },
    ],
  };
}
