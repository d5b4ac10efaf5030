import {
  along,
  beside,
  drawLabels,
  gone,
  handleOn,
  line,
  placed,
  plot,
  rule,
  show,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { decay, gateSays } from './decay';
import { GATE, leftAfter, LOST, ranges, SMALLEST_NORMAL, type Givens, type Model } from './model';
import { threeDigits } from './solution';

/** The chart looks ahead this many times as far as the gradient travels, at most. */
const AHEAD = 10;
/** Powers of ten: past both limits of float32, and the ends of float64. */
const FLOAT32 = -41;
const FLOAT64 = [-323, 308] as const;

/** What is left on a logarithmic axis: a straight line, down through what float32 can hold. */
export function logChart(
  model: Model,
  unfolding: Unfolding,
  frame: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { steps, after } = model;
  const horizon = horizonOf(model, unfolding);
  const [low, high] = powersOf(model, unfolding);
  const chart = plot({
    box,
    id: frame.id('logarithmic'),
    x: { domain: [0, horizon], label: 'steps back', ticks: Math.min(6, Math.floor(horizon)) },
    y: {
      domain: [10 ** low, 10 ** high],
      label: 'what is left, on a logarithmic axis',
      log: true,
      ticks: 7,
    },
  });
  const drawn = decay(model, unfolding, frame, chart);
  const arrived = unfolding.progress('after', 0.7);
  const end = [chart.x(steps), chart.y(after)] as const;
  // Straight on this axis: two ends are enough, and browsers dash a path of many points slowly.
  const ahead = [steps, horizon].map((k) => [k, leftAfter(model, k)] as const);
  const labels = placed(labelsOf(model, unfolding, chart, end), chart.area, [
    ...drawn.avoid,
    { x: end[0] - 22, y: end[1] - 12, width: 44, height: 24 },
  ]);
  return svg`${chart.axes}
    ${chart.inside([
      drawn.inside,
      arrived > 0
        ? line(chart, ahead, { role: 'gradient', style: 'dotted', opacity: arrived })
        : '',
    ])}
    ${rule(chart, { y: LOST }, { part: 'lost' })} ${rule(chart, { y: SMALLEST_NORMAL }, { part: 'smallest' })}
    ${drawn.dots}
    ${unfolding.shown('after') ? endHandle(model, frame, chart) : ''} ${drawLabels(labels)}`;
}

function labelsOf(
  model: Model,
  unfolding: Unfolding,
  chart: Plot,
  end: readonly [number, number],
): Label[] {
  const { left, right } = chart;
  const { after, steps } = model;
  const gate = unfolding.progress('gates');
  return [
    ...(unfolding.shown('after')
      ? [
          {
            text: after === 0 ? 'gone: 0' : show(after, threeDigits),
            tone: 'strong',
            part: 'after',
            needed: true,
            spots: beside(...end, 'right', 26),
          } as const,
        ]
      : []),
    {
      text: '$2^{-24}$: lost when added to 1',
      shorter: '$2^{-24}$: lost',
      tone: 'note',
      part: 'lost',
      spots: along(left, right, chart.y(LOST)),
    },
    {
      text: '$2^{-126}$: smallest normal float32',
      shorter: '$2^{-126}$',
      tone: 'note',
      part: 'smallest',
      spots: along(left, right, chart.y(SMALLEST_NORMAL), 'left'),
    },
    ...(gate > 0
      ? [
          {
            text: gateSays(model),
            role: 'activation',
            part: 'gate',
            opacity: gate,
            spots: beside(chart.x(steps), chart.y(GATE ** steps)),
          } as const,
        ]
      : []),
  ];
}

/** Where the gradient has arrived, dragged left and right: it changes the number of steps. */
const endHandle = ({ steps, after }: Model, { stage }: Frame<Givens>, chart: Plot) => svg`
  ${after === 0 ? gone(chart, steps, { role: 'gradient' }) : ''}
  ${handleOn<Givens>(chart, {
    stage,
    name: 'steps',
    from: steps,
    range: { ...ranges.steps, step: 1 },
    at: [steps, after],
    along: 'x',
    given: (k) => k,
    role: 'gradient',
    part: 'after',
    changes: 'the number of steps',
  })}`;

/** How many steps back the axis shows: until a shrinking line has left the range of float32. */
function horizonOf({ factor, steps }: Model, unfolding: Unfolding): number {
  const leaves = factor > 0 && factor < 1 ? Math.log(SMALLEST_NORMAL) / Math.log(factor) : 1;
  const ahead = Math.max(steps, Math.min(AHEAD * steps, 1.04 * leaves));
  return steps + (ahead - steps) * unfolding.progress('after');
}

/** The powers of ten the axis shows; it keeps still until what is left is unfolded. */
function powersOf({ after }: Model, unfolding: Unfolding): readonly [number, number] {
  const [least, most] = FLOAT64;
  const power = Math.min(most, Math.max(least, Math.log10(after)));
  const low = Math.max(least, Math.min(FLOAT32, power - 1));
  const come = unfolding.progress('after');
  return [FLOAT32 + (low - FLOAT32) * come, 1 + (Math.max(1, power) - 1) * come];
}
