import type { Tensor } from '../compute/compute';
import type { Numbers } from '../compute/numbers';
import type { Domain, Ramp } from './ramp';

/** Numbers on a grid, as a picture: a heatmap, or a photograph in three planes. */
export interface Field {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top; for `rgb` the red plane, then the green, then the blue. */
  readonly data: Tensor | Numbers;
  /** Where in `data` the field begins, in elements. */
  readonly offset?: number;
  /** The numbers at the ends of the ramp, or of black and full light for `rgb`. */
  readonly domain: Domain;
  readonly ramp: Ramp | 'rgb';
}

/** The part of a field that fills the canvas, in cells: fractions and a margin are welcome. */
export interface FieldView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All of it. */
export const wholeView = ({ width, height }: Field): FieldView => ({ x: 0, y: 0, width, height });

/** How many elements a field takes from its data. */
export const elementsOf = ({ width, height, ramp }: Field): number =>
  width * height * (ramp === 'rgb' ? 3 : 1);

/** @throws RangeError when the data end before the field does. */
export function checkField(field: Field): void {
  const needed = (field.offset ?? 0) + elementsOf(field);
  if (field.data.length < needed) {
    throw new RangeError(`the field needs ${needed} numbers and has ${field.data.length}`);
  }
}
