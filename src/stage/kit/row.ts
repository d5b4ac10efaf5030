import { svg, type SVGTemplateResult } from 'lit';
import { fitMatrix } from '../../math/fit';
import type { Vector } from '../../math/value';
import type { Box } from './box';
import { cell, roomIn, type Cell } from './cell';
import { fullOf } from './tint';

/** What all cells of a row have in common, and what each has of its own. */
export interface RowDrawing extends Pick<Cell, 'style' | 'format' | 'tint' | 'full' | 'role'> {
  readonly values: Vector;
  /** Where each value stands. */
  readonly boxes: readonly Box[];
  /** Its cells are the parts `id.i`. */
  readonly id: string;
  cell?(i: number): Partial<Cell>;
}

/** A list of numbers, each in a box of its own, all set in one size. */
export function rowOfCells(drawing: RowDrawing): SVGTemplateResult {
  const { values, boxes, id, style, format, tint = 'sign', role } = drawing;
  const narrowest = boxes.reduce((a, b) => (b.width < a.width ? b : a));
  const { texts, size } = fitMatrix([values], { ...roomIn(narrowest), style, format });
  const full = drawing.full ?? fullOf(tint, values);
  return svg`${values.map((value, i) => {
    const text = texts[0][i];
    const fitted = text === undefined ? undefined : { text, size };
    const common = { value, part: `${id}.${i}`, tint, full, role, fitted };
    return cell(boxes[i], { ...common, ...drawing.cell?.(i) });
  })}`;
}
