import type { HeatCell } from '../../../src/author';
import { layersOf, parameterAt, type Layer, type NetworkName } from './settings';

/** Empty cells between layers, and the rows that biases take: they are few, and easily missed. */
const GAP = 4;
const BIAS_ROWS = 4;

/** A hand reaches this many cells around the one it meant. */
const REACH = 2;

/**
 * The layers of a network side by side in one heatmap: a column for each unit, a row for each source,
 * then its bias. Where a layer has fewer than the largest, each takes several cells.
 */
export class LayersField {
  readonly columns: number;
  readonly rows: number;
  /** Rows of the weights; the row below them is empty. */
  readonly side: number;

  constructor(readonly layers: readonly Layer[]) {
    this.side = Math.max(...layers.map(({ sources }) => sources));
    this.columns = this.columnOf(layers.length) - GAP;
    this.rows = this.side + 1 + BIAS_ROWS;
  }

  /** Where a layer begins, in columns, or a unit of it. */
  columnOf(layer: number, unit = 0): number {
    const before = this.layers.slice(0, layer);
    const start = before.reduce((sum, { units }) => sum + units * this.wide(units) + GAP, 0);
    return unit === 0 ? start : start + unit * this.wide(this.layers[layer].units);
  }

  /** The middle of a parameter, in columns and rows. */
  middleOf(layer: number, unit: number, source: number | undefined): readonly [number, number] {
    const { units, sources } = this.layers[layer];
    const high = this.wide(sources);
    return [
      this.columnOf(layer, unit) + this.wide(units) / 2,
      source === undefined ? this.rows - BIAS_ROWS / 2 : (source + 0.5) * high,
    ];
  }

  /** The parameter in a cell; between layers there is none. */
  parameterIn({ column, row }: HeatCell): number | undefined {
    const layer = this.layers.findLastIndex((_, i) => column >= this.columnOf(i));
    if (layer < 0 || row < 0) return undefined;
    const { units, sources } = this.layers[layer];
    const unit = Math.floor((column - this.columnOf(layer)) / this.wide(units));
    const source = row > this.side ? undefined : Math.floor(row / this.wide(sources));
    if (unit >= units || (source !== undefined && source >= sources)) return undefined;
    return parameterAt(this.layers, { layer, unit, source });
  }

  /** What a hand meant: of the parameters around a cell the one that is furthest off. */
  meant(errors: Float64Array, { column, row }: HeatCell): number | undefined {
    const around = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, i) =>
      this.parameterIn({
        column: column - REACH + (i % (2 * REACH + 1)),
        row: row - REACH + Math.floor(i / (2 * REACH + 1)),
      }),
    ).filter((parameter) => parameter !== undefined);
    return around.sort((a, b) => errors[b] - errors[a])[0];
  }

  /** Powers of ten of the errors; what is no parameter is as pale as no error. */
  numbers(errors: Float64Array, pale: number): Float32Array<ArrayBuffer> {
    return Float32Array.from({ length: this.columns * this.rows }, (_, i) => {
      const cell = { column: i % this.columns, row: Math.floor(i / this.columns) };
      const which = this.parameterIn(cell);
      return which === undefined ? pale : Math.log10(Math.max(errors[which], 10 ** pale));
    });
  }

  /** Cells that each of so many takes. */
  private wide(count: number): number {
    return Math.floor(this.side / count);
  }
}

export const fields: Readonly<Record<NetworkName, LayersField>> = {
  tanh: new LayersField(layersOf.tanh),
  digits: new LayersField(layersOf.digits),
};
