import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import { line } from 'd3-shape';
import { svg, type SVGTemplateResult } from 'lit';
import { showShort } from '../../math/format';

/** One axis of a chart: its domain, whether it is logarithmic, and what it measures. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly label: string;
  readonly logarithmic?: boolean;
  /** Ticks wanted, about. */
  readonly ticks?: number;
}

/** The rectangle of the page that a chart fills, labels included. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Scale = ScaleContinuousNumeric<number, number>;

/** A chart's two scales and the area between them, in pixels. */
export interface Chart {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Frame, ticks and labels, to be drawn beneath the data. */
  readonly axes: SVGTemplateResult;
  /** A polyline through these points; points that are not finite split it. */
  path(points: readonly (readonly [number, number])[]): string;
}

/** Lays out a chart in a box. `unit` enlarges type and margins for presenting. */
export function chart(box: Box, xAxis: Axis, yAxis: Axis, unit: number): Chart {
  const size = 15 * unit;
  const left = box.x + 68 * unit;
  const right = box.x + box.width - 18 * unit;
  const top = box.y + 34 * unit;
  const bottom = box.y + box.height - 52 * unit;
  const x = scaleOf(xAxis, [left, right]);
  const y = scaleOf(yAxis, [bottom, top]);
  const draw = line<readonly [number, number]>()
    .defined(([a, b]) => Number.isFinite(x(a)) && Number.isFinite(y(b)))
    .x(([a]) => x(a))
    .y(([, b]) => y(b));

  const axes = svg`<g class="axes" font-size=${size}>
    ${ticksOf(x, xAxis, (right - left) / (90 * unit)).map(
      (tick) => svg`
        <line class="grid" x1=${x(tick)} x2=${x(tick)} y1=${top} y2=${bottom} />
        <text x=${x(tick)} y=${bottom + 22 * unit} text-anchor="middle">${tickText(tick, xAxis)}</text>`,
    )}
    ${ticksOf(y, yAxis, (bottom - top) / (56 * unit)).map(
      (tick) => svg`
        <line class="grid" x1=${left} x2=${right} y1=${y(tick)} y2=${y(tick)} />
        <text x=${left - 10 * unit} y=${y(tick)} text-anchor="end" dominant-baseline="central"
          >${tickText(tick, yAxis)}</text>`,
    )}
    <path class="frame" d=${`M${left} ${top} V${bottom} H${right}`} />
    <text class="axis-label" x=${right} y=${bottom + 44 * unit} text-anchor="end">${xAxis.label}</text>
    <text class="axis-label" x=${box.x + 4 * unit} y=${box.y + 16 * unit}>${yAxis.label}</text>
  </g>`;
  return { x, y, left, right, top, bottom, axes, path: (points) => draw([...points]) ?? '' };
}

const scaleOf = ({ domain, logarithmic }: Axis, range: readonly [number, number]): Scale =>
  (logarithmic ? scaleLog() : scaleLinear()).domain([...domain]).range([...range]);

/** About as many ticks as fit; on a log axis powers of ten, and what lies between if they are few. */
function ticksOf(scale: Scale, { logarithmic, domain, ticks }: Axis, fit: number): number[] {
  const count = Math.max(2, Math.min(ticks ?? Infinity, Math.floor(fit)));
  if (!logarithmic) return scale.ticks(count);
  const low = Math.ceil(Math.log10(domain[0]) - 1e-9);
  const high = Math.floor(Math.log10(domain[1]) + 1e-9);
  if (high - low < 2) {
    const fine = [low - 1, low, high].flatMap((power) => [1, 2, 5].map((k) => k * 10 ** power));
    return [...new Set(fine)].filter((x) => x >= domain[0] * 0.999 && x <= domain[1] * 1.001);
  }
  const stride = Math.max(1, Math.ceil((high - low + 1) / count));
  const powers: number[] = [];
  for (let power = high; power >= low; power -= stride) powers.push(10 ** power);
  return powers;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `10⁻⁷` on a log axis, a short number on a linear one. */
function tickText(tick: number, { logarithmic }: Axis): string {
  if (!logarithmic) return showShort(tick);
  const power = Math.floor(Math.log10(tick) + 1e-9);
  const lead = Math.round(tick / 10 ** power);
  if ((lead > 1 ? power >= -3 : power >= 0) && power <= 2)
    return String(Number(tick.toPrecision(1)));
  const digits = [...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${lead > 1 ? `${lead}·` : ''}10${power < 0 ? '⁻' : ''}${digits}`;
}

/** A range that leaves a little air around its numbers, or a unit of it around a single one. */
export function airy(low: number, high: number, share = 0.08): [number, number] {
  const air = high > low ? (high - low) * share : Math.max(1, Math.abs(low)) * share;
  return [low - air, high + air];
}
