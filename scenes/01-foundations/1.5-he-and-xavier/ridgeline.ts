import {
  area,
  binned,
  boxBetween,
  line,
  plot,
  ridges,
  show,
  significant,
  svg,
  svgText,
  textWidth,
  typeset,
  type Box,
  type Frame,
  type Point,
  type SVGTemplateResult,
  type Vector,
} from '../../../src/author';
import type { Activation, Givens, Stack } from './model';

/** Activations that are drawn: what is larger lies outside. */
const reach = { relu: [-0.2, 3], tanh: [-1.1, 1.1], identity: [-3, 3] } as const;
const BINS = 40;
const HEAD = 42;
const SMALL = 14;
/** Room for a layer's mean square; a plot keeps some free at its right already. */
const NUMBER = textWidth('6.6e−5', SMALL) - 14;
/** Numbers of layers closer together than this would touch. */
const LEAST = 19;

export interface Ridgeline {
  readonly title: string;
  readonly says: string;
  readonly part: string;
  readonly stack: Stack;
  readonly activation: Activation;
  /** How far the signal has come with layer i, from 0 to 1. */
  progress(layer: number): number;
}

/** The histograms of a stack's activations, the first layer on top, each with its mean square. */
export function ridgeline(
  { title, says, part, stack, activation, progress }: Ridgeline,
  box: Box,
  { id }: Frame<Givens>,
): SVGTemplateResult {
  const { squares, activations } = stack;
  const body = { ...box, y: box.y + HEAD, width: box.width - NUMBER, height: box.height - HEAD };
  const rows = ridges(body, squares.length, 0.8);
  const pitch = rows[1].y - rows[0].y;
  const every = Math.max(1, Math.ceil(LEAST / pitch));
  return svg`<g data-part=${part} class="ridgeline">
    <rect class="reach" x=${box.x} y=${box.y} width=${box.width} height=${box.height} />
    <text class="label strong" x=${box.x} y=${box.y + 16} font-size="17">${title}</text>
    <text class="label note" x=${box.x} y=${box.y + 36} font-size=${SMALL}>${svgText(says)}</text>
    ${rows.map((row, layer) => {
      const come = progress(layer);
      const from = rows[Math.max(0, layer - 1)];
      const at = boxBetween(from, row, come);
      const base = at.y + at.height;
      const numbered = layer % every === every - 1 && come === 1;
      return svg`<g class="role-activation">
        <path class="ridge-base" d=${`M${row.x} ${row.y + row.height - 2}h${row.width - 22}`} />
        ${come > 0 ? ridge(activations[layer], reach[activation], at, id(`${part}-${layer}`)) : ''}
        ${numbered ? svg`<text class="ridge-number" x=${box.x + box.width} y=${base} font-size=${SMALL}>${brief(squares[layer])}</text>` : ''}
      </g>`;
    })}
  </g>`;
}

/** One histogram as a smooth line; the zeros of a ReLU tower over all else and are cut off. */
function ridge(values: Vector, domain: Point, box: Box, id: string): SVGTemplateResult {
  const chart = plot({
    box,
    id,
    x: { domain, ticks: 0 },
    y: { domain: [0, 1], ticks: 0 },
    left: 0,
  });
  const bins = binned(values, domain, BINS);
  const points = bins.map(({ from, to, density }): Point => [
    (from + to) / 2,
    Math.min(1, density),
  ]);
  return svg`${area(chart, points, { role: 'activation' })} ${line(chart, points, { role: 'activation' })}`;
}

/** Two digits, and a power of ten where there would be many zeros. */
const brief = (x: number): string =>
  x !== 0 && (x < 0.001 || x >= 1000) ? typeset(x.toExponential(1)) : show(x, significant(2));
