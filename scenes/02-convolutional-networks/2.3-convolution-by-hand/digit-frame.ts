import {
  decimals,
  fillOf,
  html,
  nothing,
  rampLegend,
  ramps,
  show,
  showShort,
  svg,
  textWidth,
  wrapped,
  type Box,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { CLASSES, parameterShapes } from '../../../src/learn/recipes/digits';
import { sizeOf } from '../../../src/learn/tape';
import { padControl, pixelsControl, type PixelEvents } from './digit-controls';
import {
  boxOfMap,
  FILTER,
  SEAM,
  tiled,
  type DigitLayout,
  type LayerBox,
  type MapAt,
} from './digit-layout';
import { percent } from './effect';
import type { Stroke } from './pen';
import { readAs, type LayerName, type Reading } from './reading';

/** What is shown of a digit, and what the reader points at. */
export interface DigitShown {
  readonly reading: Reading;
  readonly weights: Float32Array;
  readonly strokes: readonly Stroke[];
  readonly map: MapAt;
  /** The pixel that is blank beside the digit itself. */
  readonly pixel: number;
}

export interface DigitEvents extends PixelEvents {
  readonly press: (event: PointerEvent) => void;
  readonly clear: () => void;
  readonly another: () => void;
}

const [SMALL, NORMAL] = [14, 16];
/** From one line of words to the next. */
const LINE = 20;

const layerNames: Readonly<Record<LayerName, string>> = {
  first: '1st convolution, ReLU',
  halved: 'the largest of 2 × 2',
  second: '2nd convolution, ReLU',
  quartered: 'the largest of 2 × 2',
};

/** A digit, everything the network makes of it, and what it reads. */
export function drawDigit(
  shown: DigitShown,
  layout: DigitLayout,
  frame: ScaleFrame,
  events: DigitEvents,
): ScaleDrawing {
  const { pad, tools, grid, layers, height } = layout;
  const { sequential: ramp } = ramps(frame.dark);
  const button = (says: string, press: () => void) =>
    html`<button class="button" type="button" @click=${press}>${says}</button>`;
  const [first] = layers;
  const wide = first.box.width > 560;
  return {
    height,
    heatmaps: layers.map((layer) => ({
      box: layer.box,
      field: {
        width: layer.columns * layer.maps.side,
        height: layer.rows * layer.maps.side,
        data: tiled(layer),
        domain: [0, Math.max(1e-6, ...layer.maps.values)] as const,
        ramp,
      },
    })),
    controls: [
      { box: pad, content: padControl(pad.width, shown.strokes, events.press) },
      {
        box: tools,
        content: html`<div class="digit-tools">
          ${button('Clear', events.clear)} ${button('Another', events.another)}
        </div>`,
      },
      {
        box: grid,
        content: pixelsControl(grid.width, shown.reading.pixels, shown.pixel, events),
      },
    ],
    content: svg`
      ${title('a digit of your own', pad)} ${title('what the network sees', grid)} ${howMade(grid)}
      ${layers.map(({ name, maps, box }) =>
        title(`${layerNames[name]}: ${maps.count} maps of ${maps.side} × ${maps.side}`, box),
      )}
      ${
        wide
          ? rampLegend({
              ...{ x: first.box.x + first.box.width - 200, y: first.box.y - 8, width: 200 },
              ...{ ramp, ends: ['0', 'most of the layer'], id: frame.id('maps') },
            })
          : nothing
      }
      ${layers.map(seams)} ${pointedMap(shown.map, layout)}
      ${drawFilter(shown, layout.filter)} ${drawShares(shown, layout.shares)}`,
  };
}

const title = (text: string, { x, y }: Box): SVGTemplateResult =>
  svg`<text class="label note" x=${x} y=${y - 8} font-size=${SMALL}>${text}</text>`;

/** What was done to a drawing, below its pixels. */
const howMade = ({ x, y, width, height }: Box): SVGTemplateResult[] =>
  wrapped('ink 0 to 16, scaled to the full height', width, SMALL).map(
    (line, i) =>
      svg`<text class="label note" x=${x} y=${y + height + 18 + 17 * i} font-size=${SMALL}>${line}</text>`,
  );

/** Paper between the maps of a layer, and an edge around each. */
function seams(layer: LayerBox): SVGTemplateResult {
  const { box, columns, rows } = layer;
  const { x, y, width, height } = box;
  const lines = [
    ...Array.from(
      { length: columns + 1 },
      (_, i) => `M${x + (i * width) / columns} ${y}v${height}`,
    ),
    ...Array.from({ length: rows + 1 }, (_, i) => `M${x} ${y + (i * height) / rows}h${width}`),
  ];
  const frames = Array.from({ length: columns * rows }, (_, i) => {
    const map = boxOfMap(layer, i);
    const inner = map.width - SEAM;
    return `M${map.x + SEAM / 2} ${map.y + SEAM / 2}h${inner}v${inner}h${-inner}z`;
  });
  return svg`<path class="digit-seams" stroke-width=${SEAM} d=${lines.join('')} />
    <path class="digit-frames" d=${frames.join('')} />`;
}

function pointedMap({ layer, index }: MapAt, { layers }: DigitLayout): SVGTemplateResult {
  const { x, y, width, height } = boxOfMap(
    layers.find(({ name }) => name === layer)!,
    index,
  );
  return svg`<rect class="digit-pointed" x=${x} y=${y} width=${width} height=${height} rx="3" />`;
}

/** Where the kernels and the biases of a layer begin among all weights. */
function weightsOf(weights: Float32Array, layer: 0 | 1) {
  const starts = parameterShapes.map((_, i) =>
    parameterShapes.slice(0, i).reduce((sum, shape) => sum + sizeOf(shape), 0),
  );
  const [, inputs, side] = parameterShapes[2 * layer];
  const each = inputs * side * side;
  return {
    side,
    kernelsOf: (map: number) =>
      Array.from({ length: inputs }, (_, input) => {
        const from = starts[2 * layer] + map * each + input * side * side;
        return weights.subarray(from, from + side * side);
      }),
    biasOf: (map: number) => weights[starts[2 * layer + 1] + map],
  };
}

const two = (x: number): string => show(x, decimals(2));

/** The filter of the map pointed at: a kernel for each map it is made from. */
function drawFilter({ reading, weights, map }: DigitShown, box: Box): SVGTemplateResult {
  const layer = map.layer === 'first' || map.layer === 'halved' ? 0 : 1;
  const { side, kernelsOf, biasOf } = weightsOf(weights, layer);
  const kernels = kernelsOf(map.index);
  const full = Math.max(...kernels.flatMap((kernel) => [...kernel].map(Math.abs)));
  const { values, side: wide } = reading.maps[map.layer];
  const own = values.subarray(map.index * wide ** 2, (map.index + 1) * wide ** 2);
  const name = `Filter ${map.index + 1}, ${layer === 0 ? 'first' : 'second'} layer`;
  const names = wrapped(name, box.width, NORMAL);
  const [bias, peak] = [two(biasOf(map.index)), two(Math.max(...own))];
  const notes = linesOf(`bias ${bias},`, `peak ${peak}`, box.width);
  const below = box.y + 16 + LINE * names.length;
  const top = below + LINE * notes.length - 10;
  const columns = kernels.length === 1 ? 1 : box.width < 2 * FILTER ? 4 : 8;
  const room = Math.min(
    box.width / columns,
    (box.y + box.height - top) / (kernels.length / columns),
  );
  const pitch = Math.min(room, FILTER);
  const cell = (pitch - SEAM) / side;
  const fits = kernels.every((kernel) =>
    [...kernel].every((w) => textWidth(two(w), SMALL) < cell - 4),
  );
  const written = (weight: number): string => (fits ? two(weight) : show(weight, decimals(1)));
  return svg`<g>
    ${names.map(
      (line, i) =>
        svg`<text font-weight="600" x=${box.x} y=${box.y + 16 + LINE * i} font-size=${NORMAL}>${line}</text>`,
    )}
    ${notes.map(
      (line, i) =>
        svg`<text class="label note" x=${box.x} y=${below + LINE * i} font-size=${SMALL}>${line}</text>`,
    )}
    ${kernels.map((kernel, k) =>
      Array.from(kernel, (weight, i) => {
        const x = box.x + (k % columns) * pitch + (i % side) * cell;
        const y = top + Math.floor(k / columns) * pitch + Math.floor(i / side) * cell;
        return svg`<rect class="digit-tap" x=${x} y=${y} width=${cell} height=${cell}
            style="fill: ${fillOf('sign', weight, full)}" />
          ${
            cell > 40
              ? svg`<text x=${x + cell / 2} y=${y + cell / 2 + 5} font-size=${SMALL}
                  text-anchor="middle">${written(weight)}</text>`
              : nothing
          }`;
      }),
    )}
  </g>`;
}

/** The class with the largest share, and how large it is. */
const largestOf = (shares: Reading['shares']): string =>
  `${readAs(shares)}, ${percent(shares[readAs(shares)])}`;

/** The share of each class: of the digit itself, and without one pixel. */
function drawShares({ reading, pixel }: DigitShown, box: Box): SVGTemplateResult {
  const { shares } = reading;
  const without = reading.without[pixel];
  const keys = [
    ...key('activation', 'as it is:', largestOf(shares), box.width),
    ...key('gradient', 'without the ringed pixel:', largestOf(without), box.width),
  ];
  const pitch = box.width / CLASSES;
  const wide = Math.min(18, 0.4 * pitch);
  const foot = box.y + box.height - 24;
  const room = foot - box.y - LINE * keys.length - 6;
  const bar = (share: number, k: number, right: boolean) => {
    const high = Math.max(1, share * room);
    const x = box.x + (k + 0.5) * pitch + (right ? 1 : -1 - wide);
    return svg`<rect class="mark-bar role-${right ? 'gradient' : 'activation'}" x=${x} y=${foot - high} width=${wide} height=${high} rx="2" />`;
  };
  return svg`<g>
    ${keys.map((line, i) => svg`<g transform="translate(${box.x} ${box.y + 16 + LINE * i})">${line}</g>`)}
    ${shares.map(
      (share, k) => svg`${bar(share, k, false)} ${bar(without[k], k, true)}
      <text x=${box.x + (k + 0.5) * pitch} y=${foot + 18} font-size=${NORMAL} text-anchor="middle">${showShort(k)}</text>`,
    )}
    <path class="digit-base" d=${`M${box.x} ${foot}h${box.width}`} />
  </g>`;
}

/** What bars of a role are, and the largest of them, in lines. */
const key = (role: string, name: string, largest: string, width: number): SVGTemplateResult[] =>
  linesOf(name, largest, width - 18).map(
    (line, i) =>
      svg`${i === 0 ? svg`<rect class="mark-bar role-${role}" y="-11" width="12" height="12" rx="2" />` : nothing}
      <text x="18" font-size=${SMALL}>${line}</text>`,
  );

/** Words in lines, with the last of them on one line. */
function linesOf(words: string, last: string, width: number): string[] {
  const lines = wrapped(words, width, SMALL);
  const longer = `${lines.at(-1)} ${last}`;
  return textWidth(longer, SMALL) <= width ? [...lines.slice(0, -1), longer] : [...lines, last];
}
