import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${shape}</svg>`;

/** Icons are drawn, not taken from a font, so that they are the same everywhere. */
export const icons = {
  home: icon(svg`<path d="M4 10a6 6 0 1 0 2-4.5M6 2v4h4" />`),
  back: icon(svg`<path d="m12 5-5 5 5 5" />`),
  on: icon(svg`<path d="m8 5 5 5-5 5" />`),
  play: icon(svg`<path d="M7 4.5v11l8.5-5.5z" fill="currentColor" />`),
  pause: icon(svg`<path d="M7 5v10M13 5v10" stroke-width="3" />`),
  up: icon(svg`<path d="m5 12 5-5 5 5" />`),
  down: icon(svg`<path d="m5 8 5 5 5-5" />`),
  tick: icon(svg`<path d="m4 10.5 4 4 8-9" />`),
  cross: icon(svg`<path d="m5 5 10 10M15 5 5 15" />`),
  theme: icon(
    svg`<circle cx="10" cy="10" r="6.5" /><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />`,
  ),
};
