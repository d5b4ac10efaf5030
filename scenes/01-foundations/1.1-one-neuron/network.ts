import {
  boxBetween,
  cell,
  dragSteps,
  dragVector,
  eased,
  landed,
  nothing,
  rowOfCells,
  shrunk,
  svg,
  svgText,
  traveller,
  type Box,
  type Frame,
  type Range,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Layout } from './layout';
import type { Givens, Model } from './model';

/** What inputs, weights and the bias may be. */
export const range: Range = { min: -1e6, max: 1e6, step: 0.1 };

/** The widest edge, for the largest weight. */
const WIDEST = 11;

/** Inputs, weighted edges, products, and the sum they run together in. */
export function network(
  model: Model,
  unfolding: Unfolding,
  layout: Layout,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const { x, w, b, products, z } = model;
  const weighed = (i: number): number => unfolding.sweep('products', i, x.length);
  const pressW = dragVector(stage, 'w', w, range);
  const pressX = dragVector(stage, 'x', x, range);
  const largest = Math.max(...w.map(Math.abs)) || 1;
  const column = { tint: 'sign', style: 'short' } as const;
  return svg`
    ${heads(layout)}
    ${w.map((weight, i) =>
      edge(
        [layout.x[i], layout.products[i], layout.z],
        weight,
        Math.abs(weight) / largest,
        i,
        (event) => pressW(event, i),
      ),
    )}
    <path class="bias-edge" d=${into(layout.bias, layout.z)} />
    ${rowOfCells({
      ...column,
      values: x,
      boxes: layout.x,
      id: 'x',
      role: 'input',
      cell: (i) => ({ pressed: (event) => pressX(event, i) }),
    })}
    ${rowOfCells({
      ...column,
      values: w,
      boxes: layout.w,
      id: 'w',
      role: 'weight',
      cell: (i) => ({ pressed: (event) => pressW(event, i) }),
    })}
    ${rowOfCells({
      ...column,
      values: products,
      boxes: layout.products,
      id: 'products',
      role: 'activation',
      cell: (i) => ({ visible: landed(weighed(i)) }),
    })}
    ${cell(layout.bias, {
      ...column,
      value: b,
      full: Math.max(1, Math.abs(b)),
      part: 'b',
      role: 'weight',
      pressed: dragSteps({ stage, name: 'b', from: b, range }),
    })}
    ${cell(layout.z, {
      ...column,
      value: z,
      full: Math.max(1, Math.abs(z)),
      part: 'z',
      role: 'activation',
      visible: landed(unfolding.progress('sum')),
    })}
    ${products.map((product, i) => weighing(layout, x[i], product, i, weighed(i)))}
    ${adding(layout, [...products, b], unfolding.progress('sum'))}`;
}

const middle = ({ y, height }: Box): number => y + height / 2;

/** The way from a cell into the sum. */
function into(from: Box, to: Box): string {
  const [left, right] = [from.x + from.width, to.x];
  const bend = (left + right) / 2;
  return `M${left} ${middle(from)}C${bend} ${middle(from)} ${bend} ${middle(to)} ${right} ${middle(to)}`;
}

/** An edge as wide as its weight is large, coloured by its sign; dragging it changes the weight. */
function edge(
  [from, via, to]: readonly [Box, Box, Box],
  weight: number,
  share: number,
  i: number,
  pressed: (event: PointerEvent) => void,
): SVGTemplateResult {
  const path = `M${from.x + from.width} ${middle(from)}H${via.x + via.width}${into(via, to).replace('M', 'L')}`;
  const sign = weight < 0 ? 'negative' : weight > 0 ? 'positive' : 'zero';
  return svg`<g class=${`weighted ${sign}`} data-part=${`w.${i}`} @pointerdown=${pressed}>
    <title>${`Drag up or down to change weight ${i}`}</title>
    <path class="reach" d=${path} />
    <path class="wire" d=${path} stroke-width=${(1.5 + (WIDEST - 1.5) * share).toFixed(2)} />
  </g>`;
}

/** What the columns hold. */
function heads({ x, w, products, bias, z, head }: Layout): SVGTemplateResult {
  const over = ({ x: left, width }: Box, y: number, text: string): SVGTemplateResult =>
    svg`<text class="block-name" x=${left + width / 2} y=${y} font-size="16">${svgText(text)}</text>`;
  return svg`
    ${over(x[0], head, 'input $x$')} ${over(w[0], head, 'weight $w$')}
    ${over(products[0], head, 'product')} ${over(z, z.y - 10, 'sum $z$')}
    <text class="bias-name" x=${bias.x - 12} y=${middle(bias) + 5} font-size="16">${svgText('bias $b$')}</text>`;
}

/** An input on its way to its weight, and their product on its way out. */
function weighing(
  { x, w, products }: Layout,
  input: number,
  product: number,
  i: number,
  fraction: number,
): SVGTemplateResult | typeof nothing {
  if (!underway(fraction)) return nothing;
  const over = shrunk(w[i], 0.85);
  const multiplied = eased(fraction, 0.45, 0.8);
  return multiplied > 0
    ? traveller(boxBetween(over, shrunk(products[i], 0.85), multiplied), product)
    : traveller(boxBetween(shrunk(x[i], 0.85), over, eased(fraction, 0, 0.45)), input);
}

/** Products and bias on their way into the sum. */
function adding(
  { products, bias, z }: Layout,
  terms: readonly number[],
  fraction: number,
): SVGTemplateResult | typeof nothing {
  if (!underway(fraction)) return nothing;
  return svg`${terms.map((term, i) =>
    traveller(
      boxBetween(shrunk(products[i] ?? bias, 0.85), shrunk(z, 0.7), eased(fraction, 0, 0.8)),
      term,
    ),
  )}`;
}

/** Whether something is between its ends, and not landed yet. */
const underway = (fraction: number): boolean => fraction > 1e-6 && fraction < 0.8;
