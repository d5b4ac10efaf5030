import type { HeatCell } from '../../../src/author';
import { LAYERS, parameterAt, WIDTH } from './settings';

/** Empty cells between layers, and the rows that biases take: they are few, and easily missed. */
const GAP = 4;
const BIAS_ROWS = 4;

/** The layers side by side: a column for each unit, a row for each input, then its bias. */
export const COLUMNS = LAYERS * WIDTH + (LAYERS - 1) * GAP;
export const ROWS = WIDTH + 1 + BIAS_ROWS;

/** Where a layer begins, in columns. */
export const columnOf = (layer: number, unit = 0): number => layer * (WIDTH + GAP) + unit;
/** The middle of the row of a source; of the rows of the biases, if it is none. */
export const rowOf = (source: number | undefined): number =>
  source === undefined ? ROWS - BIAS_ROWS / 2 : source + 0.5;

/** The parameter in a cell; between layers there is none. */
export function parameterIn({ column, row }: HeatCell): number | undefined {
  const layer = Math.floor(column / (WIDTH + GAP));
  const unit = column - columnOf(layer);
  if (column < 0 || unit >= WIDTH || layer >= LAYERS || row < 0 || row === WIDTH) return undefined;
  return parameterAt({ layer, unit, source: row < WIDTH ? row : undefined });
}

/** A hand reaches this many cells around the one it meant. */
const REACH = 2;

/** What a hand meant: of the parameters around a cell the one that is furthest off. */
export function meant(errors: Float64Array, { column, row }: HeatCell): number | undefined {
  const around = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, i) =>
    parameterIn({
      column: column - REACH + (i % (2 * REACH + 1)),
      row: row - REACH + Math.floor(i / (2 * REACH + 1)),
    }),
  ).filter((parameter) => parameter !== undefined);
  return around.sort((a, b) => errors[b] - errors[a])[0];
}

/** Powers of ten of the errors, as a field; what is no parameter is as pale as no error. */
export function fieldOf(errors: Float64Array, pale: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: COLUMNS * ROWS }, (_, i) => {
    const which = parameterIn({ column: i % COLUMNS, row: Math.floor(i / COLUMNS) });
    return which === undefined ? pale : Math.log10(Math.max(errors[which], 10 ** pale));
  });
}
