import { svg, type SVGTemplateResult } from 'lit';
import { fitMatrix } from '../../math/fit';
import type { Matrix } from '../../math/value';
import { cell, roomIn, type Cell } from './cell';
import { boxAt, type Grid } from './grid';
import { fullOf } from './tint';

/** What all cells of a matrix have in common, and what each has of its own. */
export interface MatrixDrawing extends Pick<Cell, 'style' | 'format' | 'tint' | 'full' | 'role'> {
  readonly values: Matrix;
  /** Part names of a cell, the one that says how it came about first. */
  part?(i: number, j: number): string;
  visible?(i: number, j: number): number;
  pressed?: ((event: PointerEvent, i: number, j: number) => void) | undefined;
  /** How far a cell is off its place, in cells down and across. */
  shift?(i: number, j: number): readonly [number, number];
  /** Whatever else a cell has of its own. */
  cell?(i: number, j: number): Partial<Cell>;
}

/** A matrix as tinted cells, their numbers set in one size; rows beyond the grid's are left out. */
export function matrix(grid: Grid, drawing: MatrixDrawing): SVGTemplateResult {
  const { values, style, format, tint = 'sign', role, pressed } = drawing;
  const { texts, size } = fitMatrix(values, { ...roomIn(grid.cell), style, format });
  const full = drawing.full ?? fullOf(tint, values.flat());
  const drawn = (i: number, j: number): Cell => {
    const text = texts[i][j];
    return {
      value: values[i][j],
      part: drawing.part?.(i, j),
      tint,
      full,
      role,
      visible: drawing.visible?.(i, j),
      pressed: pressed && ((event) => pressed(event, i, j)),
      fitted: text === undefined ? undefined : { text, size },
      ...drawing.cell?.(i, j),
    };
  };
  return svg`${values.slice(0, grid.rows).map((row, i) =>
    row.slice(0, grid.columns).map((_, j) => {
      const [down, across] = drawing.shift?.(i, j) ?? [0, 0];
      return cell(boxAt(grid, i + down, j + across), drawn(i, j));
    }),
  )}`;
}

/** What a matrix larger than its grid leaves out: `… 58 more rows, 2 more columns`. */
export function elided(values: Matrix, { rows, columns }: Pick<Grid, 'rows' | 'columns'>): string {
  const left = [
    counted(values.length - rows, 'more row'),
    counted(values[0].length - columns, 'more column'),
  ].filter((text) => text !== '');
  return left.length > 0 ? `… ${left.join(', ')}` : '';
}

const counted = (count: number, noun: string): string =>
  count > 0 ? `${count} ${noun}${count === 1 ? '' : 's'}` : '';
