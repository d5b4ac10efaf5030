import { svg, type SVGTemplateResult } from 'lit';
import { NORMAL, svgText, textWidth } from './text';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The corners of an arrow are rounded by no more. */
const BEND = 12;

/** An arrow down and across from one place to another, with what happens on the way in its middle. */
export function arrow(from: Place, to: Place, label: string, room: number): SVGTemplateResult {
  const half = textWidth(label, NORMAL) / 2 + 8;
  const y = from.y + (to.y - from.y) * 0.45;
  const head = svg`<path d="M${to.x - 7} ${to.y - 9} L${to.x} ${to.y} L${to.x + 7} ${to.y - 9}" />`;
  const text = (x: number): SVGTemplateResult =>
    svg`<text x=${x} y=${y} font-size=${NORMAL}>${svgText(label)}</text>`;
  if (Math.abs(from.x - to.x) < 2 * half + 2 * BEND) {
    // Too close for the label to stand between its ends: it stands beside them.
    const [left, right] = [Math.min(from.x, to.x) - half - 6, Math.max(from.x, to.x) + half + 6];
    const beside = right + half <= room || left < half ? Math.min(right, room - half) : left;
    return svg`<g class="arrow">
      <path d="M${from.x} ${from.y} V${y} H${to.x} V${to.y}" />
      ${head}${text(beside)}
    </g>`;
  }
  const r = Math.min(BEND, (to.y - from.y) * 0.3);
  const way = from.x > to.x ? -1 : 1;
  const middle = (from.x + to.x) / 2;
  return svg`<g class="arrow">
    <path d="M${from.x} ${from.y} V${y - r} Q${from.x} ${y} ${from.x + way * r} ${y} H${middle - way * half}" />
    <path d="M${middle + way * half} ${y} H${to.x - way * r} Q${to.x} ${y} ${to.x} ${y + r} V${to.y}" />
    ${head}${text(middle)}
  </g>`;
}
