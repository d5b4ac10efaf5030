import { svg, type SVGTemplateResult } from 'lit';
import type { Box } from './box';

/** The edge of a heatmap that has no axes. */
export const heatEdge = ({ x, y, width, height }: Box): SVGTemplateResult => svg`
  <g class="axes bare"><path class="frame" d=${`M${x} ${y}h${width}v${height}h${-width}z`} /></g>`;
