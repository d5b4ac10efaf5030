import {
  band,
  bars,
  decimals,
  line,
  plot,
  ridges,
  sampled,
  show,
  significant,
  svg,
  svgText,
  type Box,
  type Plot,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { BINS, REACH, usualError, WIDTHS, type Scores } from './sampling';

/** Room on the right for what was measured, where there is any. */
const MEASURED = 216;
const ROOMY = 560;
/** Room for the axis below the last histogram. */
const AXIS = 46;
/** Columns wider than this have a gap between them. */
const COLUMN = 4;

/** Half the axis: three standard deviations of the widest. */
const END = 3 * Math.sqrt(Math.max(...WIDTHS));

/** A histogram a width, one below the other on one axis, each with the normal curve of its variance. */
export function drawRidges(
  all: readonly Scores[],
  pairs: number,
  { width, height, id }: ScaleFrame,
): SVGTemplateResult {
  const aside = width > ROOMY;
  const room = {
    x: 0,
    y: 6,
    width: width - (aside ? MEASURED : 0),
    height: height - AXIS - 14,
  };
  return svg`${ridges(room, all.length, 0.12).map((box, i) => {
    const last = i === all.length - 1;
    const chart = ridge(all[i], pairs, {
      box: last ? { ...box, height: box.height + AXIS } : box,
      id: id(`ridge-${i}`),
      last,
    });
    return svg`${chart.drawn}
      ${aside ? measured(all[i], pairs, chart.plot) : measuredShortly(all[i], chart.plot)}`;
  })}`;
}

/** The histogram of one width over the band of typical scores. */
function ridge(
  { width, counts, variance }: Scores,
  pairs: number,
  { box, id, last }: { box: Box; id: string; last: boolean },
): { plot: Plot; drawn: SVGTemplateResult } {
  const std = Math.sqrt(width);
  const step = (2 * REACH * std) / BINS;
  const columns = Array.from(counts, (count, k) => ({
    from: (k - BINS / 2) * step,
    to: (k + 1 - BINS / 2) * step,
    value: count / (pairs * step),
  }));
  const normal = (x: number): number =>
    Math.exp((-x * x) / (2 * width)) / (std * Math.sqrt(2 * Math.PI));
  const chart = plot({
    box,
    id,
    x: { domain: [-END, END], ...(last ? { label: 'score $q\\cdot k$' } : { ticks: 0 }) },
    y: {
      domain: [0, Math.max(normal(0), ...columns.map(({ value }) => value)) * 1.04],
      ticks: 0,
    },
    left: 8,
  });
  const typical = Math.sqrt(variance);
  const gap = chart.x(step) - chart.x(0) > COLUMN ? 1 : 0;
  const drawn = svg`${chart.axes}
    ${chart.inside(svg`
      ${band(chart, { x: [-typical, typical] }, { role: 'input' })}
      ${bars(
        chart,
        columns.map((column) => ({ ...column, role: 'gradient' })),
        gap,
      )}
      ${line(chart, sampled(chart, normal, { count: 600 }))}`)}
    <text x=${chart.left + 8} y=${chart.top + 20} font-size="16" font-weight="600">${svgText(`$d_k=${width}$`)}</text>`;
  return { plot: chart, drawn };
}

/** Beside its histogram: the typical score, and the variance with what it is off. */
function measured({ width, variance }: Scores, pairs: number, chart: Plot): SVGTemplateResult {
  const off = (variance - width) / usualError(width, pairs);
  const lines = [
    `variance ${show(variance, decimals(2))}, predicted ${width}`,
    `${show(Math.abs(off), significant(2))} standard errors ${off < 0 ? 'below' : 'above'}`,
  ];
  const [x, y] = [chart.right + 26, (chart.top + chart.bottom) / 2];
  return svg`<text x=${x} y=${y - 16} font-size="16" font-weight="600">${`typical score ${typicalOf(variance)}`}</text>
    ${lines.map((text, k) => svg`<text x=${x} y=${y + 6 + 20 * k} font-size="14">${text}</text>`)}`;
}

/** The same where there is no room beside it. */
const measuredShortly = ({ variance }: Scores, chart: Plot): SVGTemplateResult => svg`
  <text x=${chart.right - 4} y=${chart.top + 18} font-size="14" text-anchor="end">variance</text>
  <text x=${chart.right - 4} y=${chart.top + 36} font-size="14" text-anchor="end">${show(variance, decimals(2))}</text>`;

const typicalOf = (variance: number): string => show(Math.sqrt(variance), decimals(2));
