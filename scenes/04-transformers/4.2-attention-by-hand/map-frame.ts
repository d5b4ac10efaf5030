import {
  holdWords,
  html,
  plot,
  rampLegend,
  ramps,
  render,
  show,
  significant,
  squareMap,
  svg,
  wrapped,
  type Box,
  type Field,
  type ScaleDrawing,
  type ScaleFrame,
  type SquareMap,
} from '../../../src/author';
import type { PanZoom, Window } from './pan-zoom';
import './map.css';

/** The least weight the ramp tells from nothing, as a power of ten. */
export const FAINTEST = -6;
/** Tokens sampled along each axis of a pixel that covers several. */
export const SAMPLES = 2;

/** The pair of tokens under the pointer. */
export interface Pointed {
  readonly query: number;
  readonly key: number;
  readonly weight: number;
}

/** What is shown: the weights of the window, computed for as many pixels a side as there are. */
export interface MapView {
  readonly window: Window;
  readonly pixels: number;
  readonly weights: Field['data'] | undefined;
  readonly pointed: Pointed | undefined;
}

const NOTES = { width: 236, height: 210 };
/** Below the map the legend stands beside the buttons. */
const BELOW = { height: 146, buttons: 190, words: 68 };
const [SIZE, LINE] = [15, 22];

/** Where the map and the notes stand. */
export const layoutOf = (room: Pick<ScaleFrame, 'width' | 'height'>): SquareMap =>
  squareMap(room, { ...NOTES, height: BELOW.height });

/** The map with its axes; beside it the legend, the pair pointed at, and what a pixel shows. */
export function drawMap(view: MapView, frame: ScaleFrame): ScaleDrawing & { readonly map: Box } {
  const { window, pixels, weights, pointed } = view;
  const { seen } = window;
  const { box, notes, across, height } = layoutOf(frame);
  const ramp = ramps(frame.dark).sequential;
  const { area, axes } = plot({
    ...{ box, id: frame.id('map'), bare: true },
    x: { domain: [window.left, window.left + seen], label: 'key' },
    y: { domain: [window.top + seen, window.top], label: 'query' },
  });
  const domain = [FAINTEST, 0] as const;
  const field = weights && { width: pixels, height: pixels, data: weights, domain, ramp };
  const covers = show(seen / pixels, significant(2));
  const says = [
    pointed
      ? `query ${count(pointed.query)} looks at key ${count(pointed.key)}: ${show(pointed.weight, significant(3))}`
      : `Point at the map to read a weight. ${holdWords('pan')}`,
    ...(seen > pixels
      ? [
          `A pixel covers ${covers} × ${covers} tokens and shows the largest of ${SAMPLES ** 2} weights sampled there.`,
        ]
      : []),
  ].flatMap((text) => wrapped(text, notes.width, SIZE));
  const legend = across
    ? { x: notes.x + BELOW.buttons, y: notes.y + 28, width: notes.width - BELOW.buttons }
    : { ...notes, y: notes.y + 80 };
  const top = notes.y + (across ? BELOW.words : 116);
  return {
    ...{ map: area, height: height(across ? BELOW.height : NOTES.height) },
    heatmaps: field ? [{ box: area, field }] : [],
    content: svg`${axes}
      ${rampLegend({
        ...{ ...legend, ramp, id: frame.id('ramp') },
        ends: ['weight ≤ $10^{-6}$', '1'],
      })}
      ${says.map(
        (line, i) =>
          svg`<text class="pointed" x=${notes.x} y=${top + i * LINE} font-size=${SIZE}>${line}</text>`,
      )}`,
  };
}

const count = (n: number): string => n.toLocaleString('en');

/** What lies over the picture: the map's own square, which takes pointer and keys, and buttons. */
export function drawControls(
  host: HTMLElement,
  square: HTMLElement,
  map: Box,
  frame: ScaleFrame,
  { unit, panZoom }: { readonly unit: number; readonly panZoom: PanZoom },
): void {
  const { notes } = layoutOf(frame);
  Object.assign(square.style, {
    ...{ left: `${map.x * unit}px`, top: `${map.y * unit}px` },
    ...{ width: `${map.width * unit}px`, height: `${map.height * unit}px` },
  });
  const button = (says: string, name: string, press: () => void) =>
    html`<button type="button" class="button round" aria-label=${name} @click=${press}>
      ${says}
    </button>`;
  render(
    html`${square}
      <div class="map-buttons" style=${`left: ${notes.x * unit}px; top: ${notes.y * unit}px`}>
        ${button('+', 'Zoom in', () => panZoom.zoomBy(2))}
        ${button('−', 'Zoom out', () => panZoom.zoomBy(0.5))}
        <button
          type="button"
          class="button"
          ?disabled=${panZoom.whole}
          @click=${() => panZoom.reset()}
        >
          All
        </button>
      </div>`,
    host,
  );
}

/** The element that is panned and zoomed, by keyboard too. */
export function createMap(): HTMLElement {
  const map = document.createElement('div');
  map.className = 'map';
  map.tabIndex = 0;
  map.setAttribute('role', 'group');
  map.setAttribute(
    'aria-label',
    'Map of attention weights. Arrow keys pan, plus and minus zoom, 0 shows all.',
  );
  return map;
}
