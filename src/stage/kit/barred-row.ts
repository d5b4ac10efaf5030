import { svg, type SVGTemplateResult } from 'lit';
import { roleClass } from './marks';
import { rowOfCells, type RowDrawing } from './row';
import { linearScale } from './scale';

/** A list of numbers in cells, and above each a bar on an axis they share. */
export interface BarredRow extends RowDrawing {
  /** Where the axis ends; it begins above the cells. */
  readonly top: number;
  readonly domain: readonly [number, number];
  /** How far the bars have grown, from 0 to 1; 1 unless said. */
  readonly grown?: number;
}

/** Between the axis and the cells, and the share of a cell's width that its bar takes. */
const GAP = 6;
const WIDE = 0.6;

export function barredRow(row: BarredRow): SVGTemplateResult {
  const { boxes, values, id, top, domain, grown = 1 } = row;
  const [first, last] = [boxes[0], boxes.at(-1)!];
  const y = linearScale(domain, [first.y - GAP, top]);
  const bars = values.map((value, i) => {
    const { x, width } = boxes[i];
    const [a, b] = [y(0), y(value * grown)];
    return svg`<rect class=${`mark-bar ${roleClass(row)}`} data-part=${`${id}.${i}`}
      x=${x + (width * (1 - WIDE)) / 2} y=${Math.min(a, b)} width=${width * WIDE} height=${Math.abs(a - b)} />`;
  });
  return svg`${bars}
    <g class="axes"><path class="frame" d=${`M${first.x} ${y(0)}H${last.x + last.width}`} /></g>
    ${rowOfCells(row)}`;
}
