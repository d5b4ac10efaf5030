import {
  carried,
  handle,
  linearScale,
  nothing,
  svg,
  textWidth,
  type AxisScale,
  type Box,
  type Frame,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { nameOf, type Givens, type Model } from './model';
import './view.css';

/** Room for the names of the lanes, and for what stands above them. */
export const NAMES = 92;
const HEAD = 24;
/** Right of the area, as on the plot below. */
export const RIGHT = 22;
/** Narrower than this, calls are drawn as one. */
const NARROWEST = 5;
const TALLEST = 40;

interface Around {
  readonly frame: Frame<Givens>;
  /** Where a result of the chain stands in the table. */
  to(row: number): Box;
}

/** The time of the whole chain, as long as it is not known how long that is. */
export const timeOf = ({ latency_total, calls }: Model): number => latency_total || calls;

/** Who makes which call when: one agent above, the chain below it. */
export function lanes(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { frame, to }: Around,
): SVGTemplateResult {
  const { agents, calls_per_agent: calls } = model;
  const pitch = Math.min(TALLEST, (box.height - HEAD) / (agents + 1));
  const x = linearScale([0, timeOf(model)], [box.x + NAMES, box.x + box.width - RIGHT]);
  const row = (lane: number): { y: number; height: number } => ({
    y: box.y + HEAD + lane * pitch + (lane > 0 ? 6 : 0),
    height: pitch - 8,
  });
  const aCall = timeOf(model) / model.calls;
  const moved = unfolding.progress('latency');
  const start = (agent: number): number => agent * calls * aCall * moved;
  const of = (agent: number): Box => {
    const left = x(start(agent));
    return { x: left, width: x(start(agent) + calls * aCall) - left, ...row(agent + 1) };
  };
  const ids = Array.from({ length: agents }, (_, i) => i);
  const single = { x: x(0), width: x(calls * aCall) - x(0), ...row(0) };
  const far = (i: number): number => unfolding.sweep('calls', i, agents);
  return svg`
    <text class="axis-label" x=${box.x + NAMES} y=${box.y + 15} font-size="14">${moved === 1 ? 'time' : 'calls to the model'}</text>
    ${name('one agent', row(0), box)} ${block(single, model, 'input', 'single')}
    ${ids.map(
      (i) => svg`
      ${name(nameOf(i, agents), row(i + 1), box, 'agents')}
      <path class="lane" d=${`M${x(0)} ${row(i + 1).y + pitch / 2 - 4}H${x.range[1]}`} />
      <g opacity=${Math.min(1, 2 * far(i))}>${block(of(i), model, 'activation', 'calls calls_per_agent')}</g>
      ${i > 0 && moved > 0 ? handOff(of(i - 1), of(i), moved) : nothing}
      ${carried(Math.min(1, far(i) / 0.85), [of(i), to(0)], calls)}`,
    )}
    ${carried(unfolding.progress('latency', 0.5, 0.95), [of(agents - 1), to(1)], `${model.calls} × ${model.latency} s`)}
    ${handleOfLatency(model, frame, { x, ...row(0) })}`;
}

const name = (
  text: string,
  { y, height }: { readonly y: number; readonly height: number },
  { x }: Box,
  part?: string,
): SVGTemplateResult => svg`<text data-part=${part ?? nothing} class="lane-name"
  x=${x + NAMES - 8} y=${y + height / 2 + 5}
  font-size=${textWidth(text, 15) > NAMES - 10 ? 14 : 15}>${text}</text>`;

/** The calls of one agent, each as wide as it takes long. */
function block(
  { x, y, width, height }: Box,
  { calls_per_agent: calls }: Model,
  role: string,
  part: string,
): SVGTemplateResult {
  const wide = width / calls;
  const count = wide < NARROWEST ? 1 : calls;
  return svg`<g class=${`calls role-${role}`} data-part=${part}>${Array.from(
    { length: count },
    (_, i) =>
      svg`<rect x=${x + (i * width) / count + 1} y=${y} width=${Math.max(1, width / count - 2)} height=${height} rx="4" />`,
  )}</g>`;
}

/** From the end of one agent's work to the beginning of the next one's. */
const handOff = (from: Box, to: Box, opacity: number): SVGTemplateResult => {
  const x = to.x;
  const [y0, y1] = [from.y + from.height, to.y + to.height / 2];
  return svg`<g class="hand-off role-gradient" data-part="p_handoff" opacity=${opacity}>
    <path d=${`M${x - 7} ${y0}V${y1}H${x - 2}`} /><path d=${`M${x - 7} ${y1 - 4}l5 4l-5 4`} />
  </g>`;
};

/** The first call of the one agent is dragged longer and shorter. */
function handleOfLatency(
  { latency, latency_total }: Model,
  { stage }: Frame<Givens>,
  { x, y, height }: { readonly x: AxisScale; readonly y: number; readonly height: number },
): SVGTemplateResult | typeof nothing {
  if (latency_total === 0) return nothing;
  return handle<Givens>({
    ...{ stage, name: 'latency', from: latency, range: { min: 0.5, max: 600, step: 0.5 } },
    ...{ x: x(latency), y: y + height / 2, along: 'x', part: 'latency' },
    changes: 'how long a call takes',
    // The whole axis stretches along, so a call twice as long is dragged twice as far.
    to: (dx) => latency * (1 + dx / Math.max(12, x(latency) - x(0))),
  });
}
