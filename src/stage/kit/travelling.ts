import { svg, type SVGTemplateResult } from 'lit';
import type { Place } from './layered';
import { SMALL, svgText, textWidth } from './text';

/** A value on its way, as a pill about a place. */
export function travelling({ x, y }: Place, value: string): SVGTemplateResult {
  const width = textWidth(value, SMALL) + 18;
  return svg`<g class="travelling">
    <rect x=${x - width / 2} y=${y - 14} width=${width} height="28" rx="14" />
    <text x=${x} y=${y} font-size=${SMALL}>${svgText(value)}</text>
  </g>`;
}
