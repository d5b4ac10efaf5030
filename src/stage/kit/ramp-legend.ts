import { svg, type SVGTemplateResult } from 'lit';
import { cssColourAt, type Ramp } from '../ramp';
import { SMALL, svgText, textWidth } from './text';

const STOPS = 12;
const THICK = 12;
const GAP = 6;

export interface RampLegend {
  /** The left end and the baseline of its words. */
  readonly x: number;
  readonly y: number;
  /** Room for it, words included. */
  readonly width: number;
  readonly ramp: Ramp;
  /** What its ends mean, with mathematics between dollar signs. */
  readonly ends: readonly [string, string];
  /** A name of its own on the page: `frame.id('ramp')`. */
  readonly id: string;
}

/** The colours of a heatmap, from the least number to the largest. */
export function rampLegend({ x, y, width, ramp, ends, id }: RampLegend): SVGTemplateResult {
  const [low, high] = ends.map((text) => textWidth(text, SMALL));
  const length = Math.max(24, width - low - high - 2 * GAP);
  const stops = Array.from({ length: STOPS + 1 }, (_, i) => i / STOPS);
  return svg`<g class="legend" font-size=${SMALL} transform="translate(${x} ${y})">
    <defs><linearGradient id=${id}>
      ${stops.map((share) => svg`<stop offset=${share} stop-color=${cssColourAt(ramp, share, [0, 1])} />`)}
    </linearGradient></defs>
    <text x=${low} text-anchor="end">${svgText(ends[0])}</text>
    <rect class="ramp" x=${low + GAP} y=${1 - THICK} width=${length} height=${THICK} rx=${THICK / 2}
      fill="url(#${id})" />
    <text x=${low + GAP + length + GAP}>${svgText(ends[1])}</text>
  </g>`;
}
