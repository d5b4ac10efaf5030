import {
  band,
  beside,
  decimals,
  drawLabels,
  gone,
  handle,
  key,
  line,
  nothing,
  placed,
  plot,
  rule,
  show,
  svg,
  type Label,
  type Plot,
  type Point,
  type ScaleDrawing,
  type ScaleFrame,
  type Stage,
} from '../../../src/author';
import { DEPTH, GAINS, type ScaleGivens } from './settings';

/** Mean squares that are on the chart. */
const REACH = [1e-24, 1e24] as const;
/** Below and above these the last layer whispers and shouts. */
export const WHISPER = 1e-3;
export const SHOUT = 1e3;

/** Room for the key above the chart. */
const KEY = 46;
const FAINT = { opacity: 0.4 };

export interface Measured {
  /** E[x²] after each layer, for each of GAINS: family[layer][gain]. */
  readonly family: readonly (readonly number[])[];
  readonly forward: readonly number[];
  /** E[g²] that each layer hands back. */
  readonly backward: readonly number[];
}

/** Mean squares by layer on a logarithmic axis: the family of gains, and both passes at the reader's. */
export function drawLayers(
  { family, forward, backward }: Measured,
  values: ScaleGivens,
  stage: Stage<ScaleGivens>,
  { width, height, id }: ScaleFrame,
): ScaleDrawing {
  const chart = plot({
    box: { x: 0, y: KEY, width, height: height - KEY },
    id: id('layers'),
    x: { domain: [0, DEPTH + 5], label: 'layer' },
    y: { domain: REACH, log: true, label: 'mean square $E[x^2]$' },
  });
  const layer = (squares: readonly number[]): Point[] => [
    [0, 1],
    ...squares.map((square, i): Point => [i + 1, square]),
  ];
  const ahead = layer(finite(forward));
  // What layer i hands back is the gradient of its inputs, which are the activations of layer i − 1.
  const back: Point[] = [
    ...backward.map((square, i): Point => [i, square]).filter(([, y]) => Number.isFinite(y)),
    [DEPTH, 1],
  ];
  const end = ahead[ahead.length - 1];
  return {
    content: svg`${chart.axes}
      ${chart.inside(svg`
        ${band(chart, { y: [REACH[0], WHISPER] }, FAINT)} ${band(chart, { y: [SHOUT, REACH[1]] }, FAINT)}
        ${rule(chart, { y: 1 })}
        ${GAINS.map((_, k) => line(chart, layer(finite(family.map((row) => row[k]))), { opacity: 0.4 }))}
        ${line(chart, back, { role: 'gradient', style: 'dashed' })}
        ${line(chart, ahead, { role: 'activation' })}`)}
      ${drawLabels(placed([...ends(chart, family), ...zones(chart)], chart.area))}
      ${marks(chart, forward)}
      ${
        end[0] === DEPTH && end[1] > 0
          ? handle({
              stage,
              name: 'gain',
              from: values.gain,
              range: { min: 0.1, max: 8, step: 0.01 },
              // Every layer multiplies the mean square by the gain twice.
              to: (_, dy) =>
                values.gain * (REACH[1] / REACH[0]) ** (-dy / chart.area.height / (2 * DEPTH)),
              x: chart.x(DEPTH),
              y: Math.min(chart.bottom, Math.max(chart.top, chart.y(end[1]))),
              along: 'y',
              changes: 'the gain',
              role: 'activation',
            })
          : nothing
      }
      ${key(
        [
          { text: 'forward: activations', role: 'activation', kind: 'line' },
          { text: 'backward: gradients', role: 'gradient', kind: 'dashed' },
        ],
        width - 8,
        0,
      )}`,
  };
}

/** Up to where float32 has overflowed. */
function finite(squares: readonly number[]): readonly number[] {
  const broken = squares.findIndex((square) => !Number.isFinite(square));
  return broken < 0 ? squares : squares.slice(0, broken);
}

/** The gains of the family, where their lines end or leave the chart. */
function ends(chart: Plot, family: Measured['family']): Label[] {
  return GAINS.map((gain, k) => {
    const inside = family.findLastIndex((row) => row[k] > REACH[0] && row[k] < REACH[1]);
    const [x, y] = [chart.x(inside + 1), chart.y(family[Math.max(0, inside)][k])];
    return { text: String(gain), size: 14, tone: 'note', spots: beside(x, y, 'right', 24) };
  });
}

const zones = ({ left, top, bottom }: Plot): Label[] => [
  { text: 'shouts', tone: 'strong', spots: [{ x: left + 12, y: top + 24, anchor: 'start' }] },
  { text: 'whispers', tone: 'strong', spots: [{ x: left + 12, y: bottom - 14, anchor: 'start' }] },
];

/** Where float32 ends: ∞ where it has overflowed, an open triangle where nothing is left. */
function marks(chart: Plot, forward: readonly number[]) {
  const over = forward.findIndex((square) => !Number.isFinite(square));
  const under = forward.indexOf(0);
  return svg`
    ${
      over < 0
        ? nothing
        : svg`<text class="label strong role-gradient" x=${chart.x(over + 1)} y=${chart.top + 20}
            text-anchor="middle" font-size="16">${`∞ in layer ${over + 1}`}</text>`
    }
    ${under < 0 ? nothing : gone(chart, under + 1, { role: 'gradient' })}`;
}

export const gainText = (gain: number): string => show(gain, decimals(2));
