import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { decimals, show } from '../../math/format';
import { cssColourAt, type Ramp } from '../../stage/ramp';
import { weightIndex } from '../../train/network';
import { MOST_LAYERS, MOST_UNITS, params, type Settings } from '../../train/settings';
import { sizesOf } from '../../train/shape';
import { inline } from '../math';
import { sameEdge, type Edge } from './edge';
import { nameOf, sameUnit, symbolOf, type Unit } from './unit';

export interface NetworkOf {
  readonly settings: Settings;
  readonly weights: readonly Float32Array[];
  readonly ramp: Ramp;
  readonly chosen: Unit;
  readonly pointed: Edge | undefined;
  /** The weight whose number is being written, on its line. */
  readonly opened: Edge | undefined;
  choose(unit: Unit): void;
  point(edge: Edge | undefined): void;
  open(edge: Edge | undefined): void;
  write(edge: Edge, text: string): void;
  reshape(hidden: readonly number[]): void;
}

/** Where units stand, in per cent of the picture. */
const acrossOf = (layer: number, layers: number): number => 8 + (84 * layer) / (layers - 1);
const downOf = (unit: number, units: number): number => (100 * (unit + 0.5)) / units;

/** A weight of this size has the full colour. */
const FULL = 1.5;
/** Widths of a line, thin for small weights. */
const widthOf = (weight: number): number => 0.6 + Math.min(7, 2.2 * Math.abs(weight));

/** The network: units that show what they see, joined by their weights. */
export function networkView(of: NetworkOf): TemplateResult {
  const { settings, weights, pointed, opened } = of;
  const sizes = sizesOf(settings);
  return html`<div class="network" style="--rows: ${Math.max(...sizes)}">
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      ${sizes.slice(1).flatMap((units, layer) => edges(of, layer, sizes[layer], units))}
    </svg>
    ${sizes.map((units, layer) =>
      Array.from({ length: units }, (_, unit) => unitView(of, { layer, unit }, sizes)),
    )}
    ${
      pointed && !opened
        ? html`<span class="edge-value" style=${middle(pointed, sizes)} translate="no"
            >${show(weights[pointed.layer][weightIndex(pointed.from, pointed.to, sizes[pointed.layer + 1])], decimals(3))}</span
          >`
        : nothing
    }
    ${opened ? edgeField(of, opened, sizes) : nothing}
  </div>`;
}

function edgeField(of: NetworkOf, edge: Edge, sizes: readonly number[]): TemplateResult {
  const { settings, weights } = of;
  const from = nameOf({ layer: edge.layer, unit: edge.from }, settings);
  const to = nameOf({ layer: edge.layer + 1, unit: edge.to }, settings);
  const value = weights[edge.layer][weightIndex(edge.from, edge.to, sizes[edge.layer + 1])];
  const text = show(value, decimals(3));
  const close = (): void => of.open(undefined);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter') of.write(edge, (event.target as HTMLInputElement).value);
  };
  return html`<input
    class="field number edge-field"
    type="text"
    autocomplete="off"
    style="${middle(edge, sizes)}; --chars: ${text.length}"
    aria-label="Weight from ${from} to ${to}"
    .value=${text}
    @keydown=${onKey}
    @blur=${close}
  />`;
}

/** A weight's label stands on its line, nearer to where it leads. */
function middle({ layer, from, to }: Edge, sizes: readonly number[]): string {
  const between = (a: number, b: number): number => a + 0.6 * (b - a);
  const left = between(acrossOf(layer, sizes.length), acrossOf(layer + 1, sizes.length));
  const top = between(downOf(from, sizes[layer]), downOf(to, sizes[layer + 1]));
  return `left: ${left}%; top: ${top}%`;
}

function edges(of: NetworkOf, layer: number, inputs: number, units: number): SVGTemplateResult[] {
  const { settings, weights, ramp, chosen, pointed } = of;
  const layers = sizesOf(settings).length;
  const [x0, x1] = [acrossOf(layer, layers), acrossOf(layer + 1, layers)];
  const bend = (x1 - x0) / 2;
  return Array.from({ length: inputs * units }, (_, i) => {
    const edge = { layer, from: Math.floor(i / units), to: i % units };
    const weight = weights[layer][weightIndex(edge.from, edge.to, units)];
    const [y0, y1] = [downOf(edge.from, inputs), downOf(edge.to, units)];
    const path = `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}`;
    const near = sameUnit(chosen, { layer: layer + 1, unit: edge.to }) || sameEdge(pointed, edge);
    // Its middle colour is the page's: a weight near 0 keeps a tint of its sign.
    const tint = Math.sign(weight) * Math.max(0.45, Math.abs(weight) / FULL);
    return svg`<g class=${near ? 'edge near' : 'edge'}
        @pointerenter=${() => of.point(edge)} @pointerleave=${() => of.point(undefined)}
        @click=${() => of.open(edge)}>
      <path class="reach" d=${path} />
      <path class="weight" d=${path} stroke=${cssColourAt(ramp, tint, [-1, 1])} stroke-width=${widthOf(weight)} />
    </g>`;
  });
}

function unitView(of: NetworkOf, unit: Unit, sizes: readonly number[]): TemplateResult {
  const { settings, chosen } = of;
  const name = nameOf(unit, settings);
  const style = `left: ${acrossOf(unit.layer, sizes.length)}%; top: ${downOf(unit.unit, sizes[unit.layer])}%`;
  const field = html`<canvas
    data-layer=${unit.layer}
    data-unit=${unit.unit}
    aria-hidden="true"
  ></canvas>`;
  // The symbol stands beside the button: a button is called by all the text in it.
  return html`<span class="unit-place" style=${style}
    >${
      unit.layer === 0
        ? html`<span class="unit">${field}</span>`
        : html`<button
            type="button"
            class="unit"
            aria-label="Open ${name}"
            aria-pressed=${sameUnit(unit, chosen) ? 'true' : 'false'}
            @click=${() => of.choose(unit)}
          >
            ${field}
          </button>`
    }<span class="unit-symbol" ${inline(symbolOf(unit, settings))}></span
  ></span>`;
}

/** Buttons that add and take away layers and units. */
export function shapeButtons({
  settings,
  reshape,
}: Pick<NetworkOf, 'settings' | 'reshape'>): TemplateResult {
  const { hidden } = settings;
  const button = (sign: string, words: string, units: number[] | undefined): TemplateResult =>
    html`<button
      type="button"
      class="button round"
      aria-label=${words}
      title=${words}
      aria-disabled=${units ? 'false' : 'true'}
      @click=${() => units && reshape(units)}
    >
      ${sign}
    </button>`;
  const last = hidden.at(-1) ?? 4;
  return html`<div class="shape" role="group" aria-label="Shape of the network">
    <span class="shape-layer"
      >${button('−', 'One hidden layer fewer', hidden.length > 0 ? hidden.slice(0, -1) : undefined)}
      <span>${hidden.length} ${hidden.length === 1 ? 'hidden layer' : 'hidden layers'}</span>
      ${button('+', 'One hidden layer more', hidden.length < MOST_LAYERS ? [...hidden, last] : undefined)}</span
    >
    ${hidden.map((units, i) => {
      const to = (count: number): number[] | undefined =>
        count >= 1 && count <= MOST_UNITS ? hidden.with(i, count) : undefined;
      return html`<span class="shape-layer"
        >${button('−', `One unit fewer in layer ${i + 1}`, to(units - 1))}
        <span>${units} ${units === 1 ? 'unit' : 'units'}</span>
        ${button('+', `One unit more in layer ${i + 1}`, to(units + 1))}</span
      >`;
    })}
  </div>`;
}

/** Link text of a shape. */
export const shapeText = (hidden: readonly number[]): string => params.hidden.print([...hidden]);
