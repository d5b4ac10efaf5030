import {
  bars,
  key,
  plot,
  rule,
  svg,
  type Bar,
  type Box,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Errors } from './against-float64';

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

/** Where half decade `bin` begins; an overflow stands by itself on the right. */
const edge = (bin: number): number => 10 ** (FIRST + bin / 2);
const OVERFLOW = [edge(BINS + 0.6), edge(BINS + 1.9)] as const;

const SERIES = [
  { of: 'online', text: 'online ℓ', role: 'activation', kind: 'dot' },
  { of: 'naive', text: 'naive', role: 'gradient', kind: 'dot' },
] as const;
/** The key stands above the bars, its entries so far apart. */
const KEY = { height: 26, pitch: 82, gap: 8 };
/** In less width they stand below each other. */
const ABREAST = { width: 240, more: 22 };

/** Bars of the tiles' errors, online beside naive. */
export function drawErrors(
  errors: Errors | undefined,
  box: Box,
  { id }: ScaleFrame,
): SVGTemplateResult {
  const series = SERIES.map(({ of }) => (errors ? binErrors(errors[of]) : []));
  const most = Math.max(1, ...series.flat());
  const abreast = box.width >= ABREAST.width;
  const keyed = KEY.height + (abreast ? 0 : ABREAST.more);
  const chart = plot({
    ...{ box, id: id('errors') },
    x: { domain: [edge(0), OVERFLOW[1]], log: true },
    y: {
      domain: [0, most * (1 + keyed / (box.height - 80))],
      label: abreast ? 'tiles by relative error against float64' : 'tiles by relative error',
    },
  });
  // A single tile among many is still to be seen.
  const least = (2 * most) / chart.area.height;
  const all = series.flatMap((bins, which) =>
    bins.map((count, bin): Bar => {
      const [from, to] = bin === BINS ? OVERFLOW : [edge(bin), edge(bin + 1)];
      const middle = Math.sqrt(from * to);
      const [a, b] = which === 0 ? [from, middle] : [middle, to];
      const value = count === 0 ? 0 : Math.max(least, count);
      return { from: a, to: b, value, role: SERIES[which].role };
    }),
  );
  const keyEnd = chart.x(edge(BINS + 0.2)) - KEY.gap;
  // Each device rounds in its own order, and the axis ends above the tallest bar.
  return svg`<g data-rounding>${chart.axes} ${bars(chart, all, 1.5)}</g>
    ${rule(chart, { x: edge(BINS + 0.3) })}
    <text class="label" x=${chart.x(edge(BINS + 1.25))} y=${chart.top + 18}
      text-anchor="middle" font-size="18">∞</text>
    ${
      abreast
        ? SERIES.map((entry, i) => key([entry], keyEnd + (i - 1) * KEY.pitch, chart.top))
        : key(SERIES, keyEnd, chart.top)
    }`;
}
