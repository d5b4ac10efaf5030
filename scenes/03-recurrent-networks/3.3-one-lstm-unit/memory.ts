import { median } from './median';
import { GATES_AT_REST, halfLifeOf } from './pulse-settings';
import { unitsOf, type Sizes } from './pulse';

/** Rows of the picture: steps on a logarithmic axis. */
export const ROWS = 64;

/** How much of the pulse is left. */
export interface Memory {
  readonly sizes: Sizes;
  /** The mean share for each row of steps and column of gates. */
  readonly shares: Float32Array<ArrayBuffer>;
  /** The median number of steps after which half is gone; Infinity where it is not yet. */
  readonly halfLives: readonly number[];
}

/** The step of a row, in the middle of it. */
export const stepOf = (row: number, steps: number): number =>
  Math.max(1, Math.round(steps ** ((row + 0.5) / ROWS)));

/** What the cells with and without the pulse differ by, which is 1 before the first step. */
export function memoryOf(cells: ArrayLike<number>, sizes: Sizes): Memory {
  const { copies, steps } = sizes;
  const units = unitsOf(sizes);
  const left = (step: number, unit: number): number => {
    const at = (step - 1) * 2 * units + unit;
    return Math.abs(cells[at] - cells[at + units]);
  };
  const lasts = (unit: number): number => {
    for (let step = 1; step <= steps; step += 1) if (left(step, unit) <= 0.5) return step;
    return Infinity;
  };
  const columns = Array.from({ length: GATES_AT_REST }, (_, column) =>
    Array.from({ length: copies }, (__, copy) => column * copies + copy),
  );
  const shares = new Float32Array(ROWS * GATES_AT_REST);
  for (let row = 0; row < ROWS; row += 1) {
    const step = stepOf(row, steps);
    columns.forEach((members, column) => {
      const sum = members.reduce((total, unit) => total + left(step, unit), 0);
      shares[row * GATES_AT_REST + column] = sum / copies;
    });
  }
  return { sizes, shares, halfLives: columns.map((members) => median(members.map(lasts))) };
}

/** The longest half-life by f^t of which the measured one is known, at most `most`. */
export function example({ halfLives }: Memory, most: number): number {
  return halfLives.findLastIndex(
    (measured, column) => Number.isFinite(measured) && halfLifeOf(column) <= most,
  );
}
