import { fillOf, svg, type SVGTemplateResult } from '../../../src/author';
import type { Layout } from './layout';
import type { Model } from './model';
import type { Motion } from './motion';

/** The conveyor of the cell, the pipe that writes to it and the one that reads it, and what flows. */
export function pipes(model: Model, layout: Layout, now: Motion): SVGTemplateResult {
  const { belt, bore, end, c, c_prev, c_tilde, h, input, output, forget } = layout;
  const [top, foot] = [belt - bore / 2, belt + bore / 2];
  const [join, read, from] = [input.x, output.x, c_prev.x + c_prev.width];
  const side = (x: number): string =>
    `M${x - bore / 2} ${foot}V${c_tilde.y}M${x + bore / 2} ${foot}V${c_tilde.y}`;
  const walls = `M${from} ${top}H${end - 12}M${from} ${foot}H${join - bore / 2}
    M${join + bore / 2} ${foot}H${read - bore / 2}M${read + bore / 2} ${foot}H${end - 12}`;
  const flow = flowIn(model, layout);
  const added = now.adding > 0.5 ? 1 : 0;
  const [kept, written] = [upTo(now.keeping), upTo(now.writing)];
  return svg`<g class="pipes">
    ${flow.along(model.c_prev, from, forget.x)}
    ${flow.along(model.kept, forget.x, forget.x + (join - forget.x) * kept)}
    ${flow.up(now.known('c_tilde') === 1 ? model.c_tilde : 0, c_tilde.y, input.y)}
    ${flow.up(model.written, input.y, input.y + (foot - input.y) * written)}
    ${flow.along(added * model.c, join, join + (end - 12 - join) * upTo(now.adding))}
    ${flow.down(model.c, foot, now.showing > 0.12 ? layout.tanh.y : foot)}
    ${flow.down(model.squashed, layout.tanh.y, now.showing > 0.35 ? output.y : layout.tanh.y)}
    ${flow.down(model.h, output.y, now.showing > 0.7 ? h.y : output.y)}
    <path class="wall" d=${walls + side(join) + side(read)} />
    <path class="wall" d=${`M${end - 12} ${top - 8}L${end} ${belt}L${end - 12} ${foot + 8}`} />
    <path class="lane" d=${`M${c.x + c.width + 10} ${belt}H${end - 16}`} />
  </g>`;
}

/** What has passed a valve begins to flow when half the motion is over. */
const upTo = (progress: number): number => Math.min(1, Math.max(0, 2 * progress - 1));

/** Bands as wide as their number is large; the colour is its sign. */
function flowIn({ c_prev, c_tilde }: Model, { bore, belt, input, output }: Layout) {
  // No sum of shares of these two is larger than both together.
  const full = Math.max(1e-300, Math.abs(c_prev) + Math.abs(c_tilde), 1);
  const band = (value: number, x: number, y: number, width: number, height: number) =>
    svg`<rect class="flow" x=${x} y=${y} width=${Math.max(0, width)} height=${Math.max(0, height)}
      style=${`fill: ${fillOf('sign', Math.sign(value), 0.6)}`} />`;
  const wide = (value: number): number =>
    value === 0 ? 0 : Math.max(1.5, (bore * Math.abs(value)) / full);
  return {
    along: (value: number, from: number, to: number) =>
      band(value, from, belt + bore / 2 - wide(value), to - from, wide(value)),
    up: (value: number, from: number, to: number) =>
      band(value, input.x - bore / 2, Math.min(from, to), wide(value), from - to),
    down: (value: number, from: number, to: number) =>
      band(value, output.x - bore / 2, from, wide(value), to - from),
  };
}
