import { nothing, svg, type SVGTemplateResult } from 'lit';
import { fit, type Room } from '../../math/fit';
import { corner, roomIn } from './cell';
import type { Box } from './box';
import { svgText } from './text';

/** Starts and ends slowly, from 0 to 1; `from` and `to` cut out a part of the way. */
export function eased(fraction: number, from = 0, to = 1): number {
  const x = Math.min(1, Math.max(0, (fraction - from) / (to - from)));
  return x * x * (3 - 2 * x);
}

/** The box on the way between two. */
export const boxBetween = (from: Box, to: Box, at: number): Box => ({
  x: from.x + (to.x - from.x) * at,
  y: from.y + (to.y - from.y) * at,
  width: from.width + (to.width - from.width) * at,
  height: from.height + (to.height - from.height) * at,
});

/** A box about the middle of another, by a factor smaller. */
export const shrunk = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + (width * (1 - by)) / 2,
  y: y + (height * (1 - by)) / 2,
  width: width * by,
  height: height * by,
});

/** A number, or a label, that travels over the picture: an operand on its way to the result. */
export function traveller(
  box: Box,
  content: number | string,
  room: Pick<Room, 'style' | 'format'> = { style: 'short' },
): SVGTemplateResult {
  const fitted =
    typeof content === 'number' ? fit(content, { ...roomIn(box), ...room }) : undefined;
  return svg`<g class="traveller">
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx=${corner(box)} />
    <text class="cell-number" x=${box.x + box.width / 2} y=${box.y + box.height / 2}
      font-size=${fitted?.size ?? 14}>${typeof content === 'string' ? svgText(content) : (fitted?.text ?? '')}</text>
  </g>`;
}

/** A number, or a label, carried from one cell to another: drawn only while it is on its way. */
export const carried = (
  fraction: number,
  [from, to]: readonly [Box, Box],
  content: number | string,
  room?: Pick<Room, 'style' | 'format'>,
): SVGTemplateResult | typeof nothing =>
  fraction > 1e-6 && fraction < 1
    ? traveller(boxBetween(shrunk(from, 0.8), shrunk(to, 0.7), fraction), content, room)
    : nothing;
