import {
  covered,
  fitNumber,
  nothing,
  svg,
  tintOf,
  type SVGTemplateResult,
  type Tint,
} from '../../../src/author';
import type { Layout, Span } from './layout';

export interface CellDrawing {
  readonly at: Span;
  readonly value: number;
  /** The value the tint is full at. */
  readonly full: number;
  readonly tint: Tint;
  readonly part: string;
  /** 0: a later step will show it. */
  readonly visible?: number;
  /** The number as it is (`2`, `0.5`) rather than with three decimals. */
  readonly short?: boolean;
  /** A sign in front of the number: `×` for a factor. */
  readonly sign?: string;
  /** Parts that feed the cell pointed at. */
  readonly feeding: readonly string[];
  readonly pressed?: (event: PointerEvent) => void;
}

/** One cell of the tape or of the registers, with its number. */
export function cell(drawing: CellDrawing, { row, unit }: Layout): SVGTemplateResult {
  const { at, value, full, tint, part, visible = 1, short = false, sign = '', pressed } = drawing;
  const fontSize = Math.max(14 * Math.max(1, unit), Math.min(row * 0.44, 22 * unit));
  const feeds = covered(part, drawing.feeding);
  const number = fitNumber(value, at.width - 6 - sign.length * fontSize * 0.7, fontSize, short);
  return svg`<g
    class=${`cell${pressed ? ' draggable' : ''}${feeds ? ' feeds' : ''}`}
    data-part=${part}
    transform="translate(${at.x} ${at.y})"
    @pointerdown=${pressed ?? nothing}
  >
    <rect class="cell-box" width=${at.width} height=${row} rx=${Math.min(9, row / 5)}
      style="fill: ${visible > 0 ? tintOf(tint, value, full, visible) : 'var(--cell)'}" />
    <text class="cell-number" x=${at.width / 2} y=${row / 2} font-size=${fontSize}
      opacity=${visible}>${sign}${number}</text>
  </g>`;
}
