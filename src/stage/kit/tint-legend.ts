import { svg, type SVGTemplateResult } from 'lit';
import { MINUS, showShort } from '../../math/format';
import { fillOf, type Tint } from './tint';

/** Width and height of a legend. */
export const LEGEND = { width: 150, height: 36 };

/** What the tints of cells mean: shares from 0 to 1, or numbers below and above 0, up to `full`. */
export function tintLegend(
  x: number,
  y: number,
  tint: Exclude<Tint, 'none'>,
  id: string,
  full?: number,
): SVGTemplateResult {
  const { width } = LEGEND;
  const most = full === undefined ? 'positive' : showShort(full);
  const least = full === undefined ? 'negative' : `${MINUS}${most}`;
  const ends: readonly (readonly [number, string, string])[] =
    tint === 'share'
      ? [
          [0, '0', 'start'],
          [1, '1', 'end'],
        ]
      : [
          [-1, least, 'start'],
          [0, '0', 'middle'],
          [1, most, 'end'],
        ];
  const at = (i: number): number => i / (ends.length - 1);
  return svg`<g class="legend" transform="translate(${x} ${y})">
    <defs>
      <linearGradient id=${id}>
        ${ends.map(([value], i) => svg`<stop offset=${at(i)} style="stop-color: ${fillOf(tint, value, 1)}" />`)}
      </linearGradient>
    </defs>
    <rect width=${width} height="10" rx="5" fill="url(#${id})" />
    ${ends.map(
      ([, text, anchor], i) =>
        svg`<text x=${at(i) * width} y="28" font-size="14" text-anchor=${anchor}>${text}</text>`,
    )}
  </g>`;
}
