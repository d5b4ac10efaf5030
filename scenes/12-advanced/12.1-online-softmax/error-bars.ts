import { svg, type Box, type SVGTemplateResult } from '../../../src/author';
import type { Errors } from './against-float64';
import { raised } from './script';

/** Half decades of relative error from 10⁻⁹ to 10⁻⁴, then what has overflowed. */
const FIRST = -9;
const LAST = -4;
const BINS = (LAST - FIRST) * 2;

/** How many blocks have an error in each half decade; the last entry counts overflows. */
export function binErrors(errors: Float64Array): number[] {
  const bins = new Array<number>(BINS + 1).fill(0);
  for (const error of errors) {
    const bin = Number.isFinite(error)
      ? Math.min(BINS - 1, Math.max(0, Math.floor((Math.log10(error) - FIRST) * 2)))
      : BINS;
    bins[bin] += 1;
  }
  return bins;
}

/** Bars of the tiles' errors, online beside naive. */
export function drawErrors(errors: Errors | undefined, box: Box, unit: number): SVGTemplateResult {
  const left = box.x + 4 * unit;
  const gap = 22 * unit;
  const axis = box.y + box.height - 30 * unit;
  const top = box.y + 46 * unit;
  const bin = (box.width - gap - 8 * unit) / (BINS + 1.6);
  const x = (index: number): number => left + index * bin + (index === BINS ? gap : 0);
  const series = errors && [binErrors(errors.online), binErrors(errors.naive)];
  const most = Math.max(1, ...(series?.flat() ?? []));
  const bars = (series ?? []).map((bins, which) =>
    bins.map((count, index) => {
      // A single block among many is still to be seen.
      const height = count === 0 ? 0 : Math.max(2 * unit, (count / most) * (axis - top));
      const width = ((index === BINS ? 1.6 : 1) * bin) / 2 - 1.5 * unit;
      return svg`<rect class=${which === 0 ? 'bar-online' : 'bar-naive'}
        x=${x(index) + which * (width + unit)} y=${axis - height} width=${width} height=${height} />`;
    }),
  );
  const tick = (power: number): SVGTemplateResult => {
    const at = x((power - FIRST) * 2);
    return svg`
      <line class="guide" x1=${at} x2=${at} y1=${axis} y2=${axis + 5 * unit} />
      <text class="tick" x=${at} y=${axis + 22 * unit}>${raised('10', `−${-power}`)}</text>`;
  };
  return svg`<g font-size=${14.5 * unit}>
    <text class="part-title" x=${box.x} y=${box.y + 15 * unit} font-size=${16 * unit}
      >Relative error against float64</text>
    <rect class="bar-online" x=${box.x} y=${box.y + 26 * unit} width=${11 * unit} height=${11 * unit} />
    <text x=${box.x + 17 * unit} y=${box.y + 36 * unit}>online l</text>
    <rect class="bar-naive" x=${box.x + 88 * unit} y=${box.y + 26 * unit} width=${11 * unit} height=${11 * unit} />
    <text x=${box.x + 105 * unit} y=${box.y + 36 * unit}>naive sum</text>
    <line class="axis" x1=${left} x2=${x(BINS - 1) + bin} y1=${axis} y2=${axis} />
    <line class="axis" x1=${x(BINS)} x2=${x(BINS) + 1.6 * bin} y1=${axis} y2=${axis} />
    ${[-8, -7, -6, -5].map(tick)}
    <text class="tick" x=${x(BINS) + 0.8 * bin} y=${axis + 22 * unit} font-size=${17 * unit}>∞</text>
    ${bars}
  </g>`;
}
