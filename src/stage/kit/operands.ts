import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Unfolding } from '../../solution/unfolding';
import type { Role } from '../../math/role';
import type { Matrix } from '../../math/value';
import type { Box } from './box';
import { boxBetween, eased, shrunk, traveller } from './flight';
import { boxAround, boxAt, type Grid } from './grid';

/** A matrix in the picture: where it stands and what is in it. */
export interface Placed {
  readonly grid: Grid;
  readonly values: Matrix;
}

/** Up to this many results come one by one, more of them row by row. */
const ONE_BY_ONE = 9;

/** When the terms have come together and the number of the result shows. */
const LANDS = 0.8;

/** Whether something is on its way: a step at rest has come to 0 or 1 but for round-off. */
const isUnderway = (fraction: number, end = 1): boolean => fraction > 1e-6 && fraction < end;

/** How visible a result is whose operands have come this far. */
export const landed = (fraction: number): number => eased(fraction, LANDS, 1);

/** How far a sweep over a matrix of results has come with cell (i, j). */
export function sweepCell(
  unfolding: Unfolding,
  step: string,
  values: Matrix,
  i: number,
  j: number,
): number {
  const [rows, columns] = [values.length, values[0].length];
  return rows * columns <= ONE_BY_ONE
    ? unfolding.sweep(step, i * columns + j, rows * columns)
    : unfolding.sweep(step, i, rows);
}

/**
 * A step that multiplies two matrices, on its way: the row of the first slides over the column of the
 * second, and their products run together in the cell of the result.
 */
export function productMotion(
  unfolding: Unfolding,
  step: string,
  [a, b, result]: readonly [Placed, Placed, Placed],
): SVGTemplateResult {
  return svg`${result.values.map((row, i) =>
    row.map((_, j) => {
      const fraction = sweepCell(unfolding, step, result.values, i, j);
      return isUnderway(fraction) ? rowOverColumn(a, b, result.grid, i, j, fraction) : nothing;
    }),
  )}`;
}

function rowOverColumn(
  a: Placed,
  b: Placed,
  result: Grid,
  i: number,
  j: number,
  fraction: number,
): SVGTemplateResult {
  const slid = eased(fraction, 0, 0.45);
  const gathered = eased(fraction, 0.45, LANDS);
  const target = shrunk(boxAt(result, i, j), 0.6);
  return svg`
    ${outline(boxAround(a.grid, { i, rows: 1 }))} ${outline(boxAround(b.grid, { j, columns: 1 }))}
    ${a.values[i].slice(0, b.grid.rows).map((factor, k) => {
      const over = shrunk(boxAt(b.grid, k, j), 0.8);
      return gathered > 0
        ? traveller(boxBetween(over, target, gathered), factor * b.values[k][j])
        : traveller(boxBetween(shrunk(boxAt(a.grid, i, k), 0.8), over, slid), factor);
    })}`;
}

/** A step that turns each row into another: the row moves over, and what became of it shows. */
export function rowMotion(
  unfolding: Unfolding,
  step: string,
  [from, to]: readonly [Placed, Placed],
): SVGTemplateResult {
  const rows = from.grid.rows;
  return svg`${Array.from({ length: rows }, (_, i) => {
    const fraction = unfolding.sweep(step, i, rows);
    if (!isUnderway(fraction)) return nothing;
    const moved = eased(fraction, 0, LANDS);
    return svg`${outline(boxAround(from.grid, { i, rows: 1 }))}
      ${from.values[i]
        .slice(0, from.grid.columns)
        .map((value, j) =>
          traveller(
            boxBetween(
              shrunk(boxAt(from.grid, i, j), 0.8),
              shrunk(boxAt(to.grid, i, j), 0.8),
              moved,
            ),
            value,
          ),
        )}`;
  })}`;
}

/** A step that does the same to every cell where it stands: what it does comes down to each. */
export function stampMotion(
  unfolding: Unfolding,
  step: string,
  { grid, values }: Placed,
  label: string,
): SVGTemplateResult {
  const start = (j: number): Box => {
    const box = boxAt(grid, 0, j);
    return { ...box, y: box.y - box.height };
  };
  return svg`${values.map((row, i) =>
    row.map((_, j) => {
      const fraction = sweepCell(unfolding, step, values, i, j);
      return isUnderway(fraction, STAMPED)
        ? traveller(
            boxBetween(start(j), shrunk(boxAt(grid, i, j), 0.8), eased(fraction, 0, STAMPED)),
            label,
          )
        : nothing;
    }),
  )}`;
}

/** When what is done to a cell has reached it. */
const STAMPED = 0.6;

/** Whether what is done to cell (i, j) has reached it. */
export const isStamped = (
  unfolding: Unfolding,
  step: string,
  values: Matrix,
  i: number,
  j: number,
): boolean => sweepCell(unfolding, step, values, i, j) >= STAMPED;

/** What is being used: the outline of a step, or of a role, around more than one cell. */
export const outline = ({ x, y, width, height }: Box, role?: Role): SVGTemplateResult =>
  svg`<rect class="operand" style=${role ? `stroke: var(--role-${role})` : nothing}
    x=${x - 2} y=${y - 2} width=${width + 4} height=${height + 4} rx="10" />`;
