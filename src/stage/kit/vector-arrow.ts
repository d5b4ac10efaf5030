import { nothing, svg, type SVGTemplateResult } from 'lit';
import { roleClass, type Mark } from './marks';
import type { Point } from './path';

/** A vector as an arrow, in stage units. */
export interface VectorArrow extends Mark {
  readonly from: Point;
  readonly to: Point;
  /** What is only compared with: thin and dashed. */
  readonly dashed?: boolean;
}

/** The head of an arrow; a short arrow has a smaller one. */
const HEAD = { length: 18, half: 8 };

export function vectorArrow(arrow: VectorArrow): SVGTemplateResult {
  const { from, to, part, opacity, dashed } = arrow;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 0.5) return svg``;
  const [ux, uy] = [dx / length, dy / length];
  const size = Math.min(1, length / (1.5 * HEAD.length));
  const [back, half] = [size * HEAD.length, size * HEAD.half];
  const base = [to[0] - back * ux, to[1] - back * uy];
  const head = `M${to[0]} ${to[1]}L${base[0] - half * uy} ${base[1] + half * ux}L${base[0] + half * uy} ${base[1] - half * ux}Z`;
  return svg`<g class=${`vector ${dashed ? 'dashed' : ''} ${roleClass(arrow)}`}
    data-part=${part ?? nothing} opacity=${opacity ?? nothing}>
    <path class="reach-line" d=${`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`} />
    <path class="shaft" d=${`M${from[0]} ${from[1]}L${base[0]} ${base[1]}`} />
    <path class="head" d=${head} />
  </g>`;
}
