import {
  chart,
  drag,
  nothing,
  progress,
  show,
  svg,
  type Chart,
  type PixelFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { horizonOf, logDomain } from './axes';
import { clip, curve, dots, under } from './curve';
import type { Layout } from './layout';
import { leftAfter, LOST, ranges, SMALLEST_NORMAL, type Givens, type Model } from './model';
import { steps, threeDigits } from './solution';

/** What is left on a logarithmic axis: a straight line, down through what float32 can hold. */
export function logChart(
  model: Model,
  t: number,
  layout: Layout,
  frame: PixelFrame<Givens>,
): SVGTemplateResult {
  const { unit } = frame;
  const [low, high] = logDomain(model, t);
  const horizon = horizonOf(model, t);
  const axes = chart(
    layout.logarithmic,
    { domain: [0, horizon], label: 'steps back', ticks: 5 },
    {
      domain: [10 ** low, 10 ** high],
      label: 'what is left, powers of ten',
      logarithmic: true,
      ticks: 6,
    },
    unit,
  );
  // Straight on this axis: two ends are enough, and browsers dash a path of many points slowly.
  const ends = [model.steps, horizon].map((k) => [k, leftAfter(model, k)] as const);
  const ahead = t > steps.after - 1 ? axes.path(ends) : '';
  return svg`<g>
    ${clip(axes, 'vanishing-logarithmic', unit)}${axes.axes}
    <g clip-path="url(#vanishing-logarithmic)">
      ${under(model, t, axes)}
      <path class="curve ahead" d=${ahead}
        opacity=${progress(t, steps.after - 0.3, steps.after)} />
      ${curve(model, t, axes)}
    </g>
    ${thresholds(axes, unit)}
    ${dots(model, t, axes, frame)} ${t >= steps.after ? end(model, axes, frame) : nothing}
  </g>`;
}

/** A chart this wide has room for what the limits mean. */
const WORDY = 250;

/** The two limits of float32, with their names where they keep out of each other's way. */
function thresholds(axes: Chart, unit: number): SVGTemplateResult[] {
  const [lost, smallest] = [axes.y(LOST), axes.y(SMALLEST_NORMAL)];
  const close = smallest - lost < 56 * unit;
  const [loses, ends] =
    axes.right - axes.left > WORDY * unit
      ? [': lost when added to 1', ': smallest normal float32']
      : [': lost', ': smallest'];
  const below = close && smallest + 24 * unit < axes.bottom;
  return [
    threshold(axes, 'lost', lost, `2⁻²⁴${loses}`, !close, unit),
    threshold(axes, 'smallest', smallest, `2⁻¹²⁶${ends}`, below, unit),
  ];
}

function threshold(
  axes: Chart,
  part: 'lost' | 'smallest',
  y: number,
  says: string,
  below: boolean,
  unit: number,
): SVGTemplateResult {
  const right = part === 'lost';
  return svg`<g class="threshold" data-part=${part}>
    <rect class="reach" x=${axes.left} y=${y - 10 * unit} width=${axes.right - axes.left}
      height=${20 * unit} />
    <line x1=${axes.left} x2=${axes.right} y1=${y} y2=${y} />
    <text x=${right ? axes.right - 6 * unit : axes.left + 8 * unit} font-size=${15 * unit}
      y=${y + (below ? 19 : -8) * unit} text-anchor=${right ? 'end' : 'start'}>${says}</text>
  </g>`;
}

/** Where the gradient has arrived, dragged left and right: it changes the number of steps. */
function end(model: Model, axes: Chart, { unit, stage }: PixelFrame<Givens>): SVGTemplateResult {
  const { after } = model;
  const x = axes.x(model.steps);
  const y = after === 0 ? axes.bottom : Number.isFinite(after) ? axes.y(after) : axes.top;
  const press = (event: PointerEvent): void => {
    const { min, max } = ranges.steps;
    const change = (dx: number, commit: boolean): void => {
      const count = Math.round(axes.x.invert(x + dx));
      stage.edit({ steps: Math.min(max, Math.max(min, count)) }, commit);
    };
    drag(
      event,
      (dx) => change(dx, false),
      (up) => change(up.clientX - event.clientX, true),
    );
  };
  const says = after === 0 ? 'gone: 0' : show(after, threeDigits);
  const flipped = x > (axes.left + axes.right) / 2;
  const above = y > axes.top + 24 * unit;
  return svg`<g data-part="after">
    <circle class="handle" cx=${x} cy=${y} r=${9 * unit} @pointerdown=${press}>
      <title>Drag to change the number of steps</title>
    </circle>
    <text class="left-after" x=${x + (flipped ? -14 : 14) * unit} font-size=${17 * unit}
      y=${y + (above ? -12 : 26) * unit} text-anchor=${flipped ? 'end' : 'start'}>${says}</text>
  </g>`;
}
