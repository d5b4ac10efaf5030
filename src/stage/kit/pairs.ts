import { svg, type SVGTemplateResult } from 'lit';
import { show } from '../../math/format';
import type { Tensor } from '../../compute/compute';
import type { Numbers } from '../../compute/numbers';
import type { Field } from '../field';
import { ramps } from '../ramp';
import type { Heatmap, ScaleFrame } from '../scale-picture';
import type { HeatCell, HeatGrid } from './crosshair';
import type { Plot } from './plot';
import { rampLegend } from './ramp-legend';

/** A number from −1 to 1 for every pair of positions, row by row. */
export interface Pairs {
  readonly length: number;
  readonly tensor: Tensor;
  /** What has been read of it. */
  readonly numbers: Numbers;
  /** One of both: what it is painted from on this device. */
  readonly data: Field['data'];
}

const DOMAIN = [-1, 1] as const;
const LEGEND = 240;

export const pairsGrid = ({ length }: Pairs, { area }: Plot): HeatGrid => ({
  ...{ box: area, columns: length, rows: length },
});

export const pairsHeatmap = (
  { length, data }: Pairs,
  { area }: Plot,
  { dark }: ScaleFrame,
): Heatmap => ({
  box: area,
  field: { width: length, height: length, data, domain: DOMAIN, ramp: ramps(dark).diverging },
});

/** Beneath the heatmap its colours, above it the pair that is pointed at; `name` says a position. */
export function pairsWords(
  { length, numbers }: Pairs,
  { left, right, top, bottom, area }: Plot,
  { dark, id }: ScaleFrame,
  { cell, name }: { readonly cell: HeatCell | undefined; name(position: number): string },
): SVGTemplateResult {
  return svg`
    ${rampLegend({
      ...{ x: left, y: bottom + 66, width: Math.min(LEGEND, area.width) },
      ...{ ramp: ramps(dark).diverging, ends: ['−1', '1'], id: id('ramp') },
    })}
    <text class="pointed" x=${right} y=${top - 28} font-size="15" text-anchor="end">${
      cell
        ? `${name(cell.row)} and ${name(cell.column)}: ${show(numbers[cell.row * length + cell.column])}`
        : ''
    }</text>`;
}
