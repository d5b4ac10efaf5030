import {
  cell,
  dragSteps,
  fillOf,
  nothing,
  showShort,
  svg,
  svgText,
  travelling,
  type Box,
  type Stage,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Givens, Model } from './model';

export interface Block {
  readonly box: Box;
  readonly stage: Stage<Givens>;
  readonly skip: boolean;
  /** How far the gradient has come on its way back, from 0 to 1. */
  readonly back: number;
}

/** The widest band. */
const WIDEST = 26;
const CELL = { width: 84, height: 44 };
/** Where the gradient stands when it leaves the sum, and when the two paths meet again. */
const SPLIT = 0.25;
const MEET = 0.75;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where the parts of a block stand; the gradient runs from right to left. */
function spotsOf({ box }: Block) {
  const width = Math.min(CELL.width, box.width * 0.22);
  const y = box.y + box.height - 24 - CELL.height / 2;
  const middle = box.x + box.width / 2;
  const cellAt = (x: number): Box => ({ x, y: y - CELL.height / 2, width, height: CELL.height });
  const gap = (box.width - 3 * width) / 4;
  return {
    y,
    rise: Math.min(150, 1.3 * (y - CELL.height / 2 - box.y - 34)),
    input: cellAt(box.x),
    slope: cellAt(middle - width / 2),
    output: cellAt(box.x + box.width - width),
    fork: { x: box.x + width + gap, y },
    sum: { x: box.x + box.width - width - gap, y },
  };
}

/** One block, with the gradient that flows back through it: a band as wide as it is large. */
export function block(of: Block, model: Model): SVGTemplateResult {
  const { skip, back, stage } = of;
  const { upstream, f_prime, grad_plain, grad_residual } = model;
  const spots = spotsOf(of);
  const { input, slope, output, fork, sum, y } = spots;
  const result = skip ? grad_residual : grad_plain;
  const flow = flowOf(model);
  const [through, over] = [back > MEET || back === 1, back > SPLIT];
  const half = (slope.x + slope.width / 2 - fork.x) / (sum.x - fork.x);
  const passed = skip ? back > SPLIT + (MEET - SPLIT) * half : back > 0.5;
  const step = 0.1;
  const drag = (name: 'upstream' | 'f_prime') =>
    dragSteps<Givens>({
      stage,
      name,
      from: model[name],
      range: name === 'upstream' ? { min: -1000, max: 1000, step: 0.5 } : { min: -3, max: 3, step },
    });
  const meets = skip ? fork.x : input.x + input.width;
  return svg`<g class="residual-block">
    <text class="block-title" x=${of.box.x} y=${of.box.y + 18} font-size="16">${svgText(
      skip ? 'with a skip: $y = F(x) + x$' : 'without: $y = F(x)$',
    )}</text>
    <g data-part=${skip ? 'residual-path' : 'plain-path'}>
      ${flow(upstream, line(output.x, skip ? (over ? slope.x + slope.width : sum.x) : slope.x + slope.width, y))}
      ${passed ? flow(grad_plain, line(slope.x, meets, y)) : nothing}
      <path class="way" d=${line(output.x, input.x + input.width + 2, y)} />
      <path class="way" d=${`M${input.x + input.width + 11} ${y - 6}l-9 6l9 6`} />
    </g>
    ${
      skip
        ? svg`<g data-part="skip">
            ${over ? flow(upstream, arc(spots)) : nothing}
            <path class="way" d=${arc(spots)} />
          </g>
          ${through ? flow(grad_residual, line(fork.x, input.x + input.width, y)) : nothing}
          <circle class="fork" cx=${fork.x} cy=${y} r="5" />
          <g class="sum"><circle cx=${sum.x} cy=${y} r="13" />
            <text x=${sum.x} y=${y + 6} font-size="18">+</text></g>`
        : nothing
    }
    ${cell(output, { value: upstream, part: 'upstream', role: 'gradient', style: 'short', pressed: drag('upstream') })}
    ${cell(slope, { value: f_prime, part: 'f_prime', role: 'weight', style: 'short', pressed: drag('f_prime') })}
    ${cell(input, {
      value: result,
      part: skip ? 'grad_residual' : 'grad_plain',
      role: 'gradient',
      style: 'short',
      visible: Math.min(1, Math.max(0, (back - 0.9) * 10)),
    })}
    ${name('$∂L/∂y$', output, 'gradient')} ${name("$F\\,'(x)$", slope, 'weight')}
    ${name('$∂L/∂x$', input, 'gradient')}
    ${skip ? travelBoth(spots, model, back) : travelOne(spots, model, back)}
  </g>`;
}

const line = (from: number, to: number, y: number): string => `M${from} ${y}H${to}`;

const arc = ({ fork, sum, y, rise }: ReturnType<typeof spotsOf>): string =>
  `M${sum.x} ${y}C${sum.x} ${y - rise} ${fork.x} ${y - rise} ${fork.x} ${y}`;

/** The place on the arc, from 0 at the sum to 1 at the fork. */
function onArc({ fork, sum, y, rise }: ReturnType<typeof spotsOf>, t: number): Spot {
  const bend = 3 * t * (1 - t);
  const [a, b] = [(1 - t) ** 3 + bend * (1 - t), t ** 3 + bend * t];
  return { x: a * sum.x + b * fork.x, y: y - bend * rise };
}

/** A band as wide as its number is large, in the colour of its sign. */
function flowOf({ upstream, f_prime }: Model) {
  const full = Math.abs(upstream) * Math.max(1, 1 + Math.abs(f_prime));
  return (value: number, d: string): SVGTemplateResult | typeof nothing =>
    value === 0
      ? nothing
      : svg`<path class="band" d=${d} style=${`stroke: ${fillOf('sign', Math.sign(value), 0.6)}`}
          stroke-width=${Math.max(1.5, (WIDEST * Math.abs(value)) / full)} />`;
}

const name = (text: string, { x, y, width, height }: Box, role: string) => svg`
  <text class=${`role-${role}`} x=${x + width / 2} y=${y + height + 19} text-anchor="middle"
    font-size="15">${svgText(text)}</text>`;

type Moved = SVGTemplateResult | typeof nothing;

/** A number part of the way along a straight line. */
const straight = (from: Spot, to: Spot, at: number, value: number): Moved =>
  at <= 0 || at >= 1
    ? nothing
    : travelling(
        { x: from.x + (to.x - from.x) * at, y: from.y + (to.y - from.y) * at },
        showShort(value),
      );

type Spots = ReturnType<typeof spotsOf>;

const ends = ({ input, output, y }: Spots): [Spot, Spot] => [
  { x: output.x, y },
  { x: input.x + input.width, y },
];

function travelOne(spots: Spots, { upstream, grad_plain }: Model, back: number): Moved {
  const [from, to] = ends(spots);
  return straight(from, to, back, back < 0.5 ? upstream : grad_plain);
}

/** The sum hands the gradient to both paths; what comes back on them adds up. */
function travelBoth(spots: Spots, model: Model, back: number): SVGTemplateResult {
  const { upstream, grad_plain, grad_residual } = model;
  const { sum, fork, slope } = spots;
  const [from, to] = ends(spots);
  const at = (back - SPLIT) / (MEET - SPLIT);
  const x = sum.x + (fork.x - sum.x) * at;
  const inside = x < slope.x + slope.width / 2 ? grad_plain : upstream;
  return svg`
    ${straight(from, sum, back / SPLIT, upstream)} ${straight(sum, fork, at, inside)}
    ${at > 0 && at < 1 ? travelling(onArc(spots, at), showShort(upstream)) : nothing}
    ${straight(fork, to, (back - MEET) / (1 - MEET), grad_residual)}`;
}
