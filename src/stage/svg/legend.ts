import { svg, type SVGTemplateResult } from 'lit';

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
