import {
  nothing,
  shown,
  significant,
  svg,
  textWidth,
  type Box,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { SIDE, type Model } from './model';

const grouped = (x: number): string => x.toLocaleString('en');

/** The fully connected layer at the scale of the filters: the corner of a square that has no end here. */
export function dense(
  { params, dense_params }: Model,
  unfolding: Unfolding,
  { x, y, width, height }: Box,
  cell: number,
): SVGTemplateResult {
  const grown = unfolding.progress('dense');
  const counted = unfolding.shown('dense');
  const side = Math.sqrt(dense_params);
  const bankSide = Math.sqrt(params) * cell;
  const full = Math.min(side * cell, width);
  const reach = bankSide + (full - bankSide) * grown;
  return svg`<g data-part="dense">
    <rect class="ground" x=${x} y=${y} width=${width} height=${height} rx="8" />
    ${
      grown > 0
        ? svg`<rect class="dense-square" x=${x} y=${y} width=${Math.min(width, reach)} height=${height} rx="8" />`
        : nothing
    }
    <text class="dense-name" x=${x + 16} y=${y + 26} font-size="17">fully connected, ${SIDE} × ${SIDE} pixels</text>
    ${
      counted
        ? svg`<text class="dense-says" x=${x + 16} y=${y + 53} font-size="20">${grouped(dense_params)} cells</text>
          <text class="block-says dense-note" x=${x + 16} y=${y + 78} font-size="15">${scaleOf(side * cell, width)}</text>`
        : nothing
    }
  </g>`;
}

/** How far the square would reach at the scale of the filters above. */
function scaleOf(side: number, width: number): string {
  if (side <= width) return 'Drawn to the same scale, it fits here.';
  const times = grouped(shown(side / width, significant(2)));
  const long = `To the same scale, a square about ${times} times as wide as this picture.`;
  return textWidth(long, 15) < width - 32 ? long : `To scale: about ${times} times as wide.`;
}
