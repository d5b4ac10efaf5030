import { svg, type SVGTemplateResult } from 'lit';
import { MINUS, showShort } from '../../math/format';

/** The ramp of shares, from 0 to 1. */
export function shareLegend(x: number, y: number, width: number, unit: number): SVGTemplateResult {
  return svg`<g class="legend" transform="translate(${x} ${y})">
    <defs>
      <linearGradient id="share-ramp">
        <stop offset="0" style="stop-color: var(--cell)" />
        <stop offset="1" style="stop-color: color-mix(in srgb, var(--ramp-share) 52%, var(--cell))" />
      </linearGradient>
    </defs>
    <rect width=${width} height=${10 * unit} rx=${5 * unit} fill="url(#share-ramp)" />
    <text y=${30 * unit} font-size=${15 * unit}>0</text>
    <text x=${width} y=${30 * unit} font-size=${15 * unit} text-anchor="end">1</text>
  </g>`;
}

/** The ramp of cells tinted by sign, from −full over 0 to full. */
export function signLegend(
  x: number,
  y: number,
  width: number,
  unit: number,
  full: number,
): SVGTemplateResult {
  const end = (sign: string): string =>
    `stop-color: color-mix(in srgb, var(--ramp-${sign}) 45%, var(--cell))`;
  return svg`<g class="legend" transform="translate(${x} ${y})">
    <defs>
      <linearGradient id="sign-ramp">
        <stop offset="0" style=${end('negative')} />
        <stop offset="0.5" style="stop-color: var(--cell)" />
        <stop offset="1" style=${end('positive')} />
      </linearGradient>
    </defs>
    <rect width=${width} height=${10 * unit} rx=${5 * unit} fill="url(#sign-ramp)" />
    <text y=${30 * unit} font-size=${15 * unit}>${MINUS}${showShort(full)}</text>
    <text x=${width / 2} y=${30 * unit} font-size=${15 * unit} text-anchor="middle">0</text>
    <text x=${width} y=${30 * unit} font-size=${15 * unit} text-anchor="end">${showShort(full)}</text>
  </g>`;
}
