import {
  cssColourAt,
  holdWords,
  html,
  nothing,
  ramps,
  render,
  show,
  significant,
  type Stage,
} from '../../../src/author';
import type { Window } from './pan-zoom';
import './map.css';

/** The least weight the ramp tells from nothing, as a power of ten. */
export const FAINTEST = -6;

/** The pair of tokens under the pointer. */
export interface Pointed {
  readonly query: number;
  readonly key: number;
  readonly weight: number;
}

interface Frame {
  readonly side: number;
  readonly length: number;
  readonly window: Window;
  readonly pointed: Pointed | undefined;
  readonly stage: Stage;
  zoomBy(factor: number): void;
  reset(): void;
}

const count = (n: number): string => n.toLocaleString('en');

/** What stands around the map: which tokens are in view, the legend, the pair pointed at. */
export function drawFrame(root: HTMLElement, map: HTMLElement, frame: Frame): void {
  const { side, length, window, pointed, stage } = frame;
  map.style.width = map.style.height = `${side}px`;
  const last = (from: number): string =>
    count(Math.min(length, Math.ceil(from + side * window.span)) - 1);
  const [left, top] = [Math.max(0, Math.floor(window.left)), Math.max(0, Math.floor(window.top))];
  const whole = window.span * side > length - 0.5;
  render(
    html`
      <div class="map-side">
        <div class="map-axis" style="width: ${side}px">
          <span>${count(left)}</span><span>keys →</span><span>${last(window.left)}</span>
        </div>
        <div class="map-row">
          ${map}
          <div class="map-axis down" style="height: ${side}px">
            <span>${count(top)}</span><span>queries →</span><span>${last(window.top)}</span>
          </div>
        </div>
      </div>
      <div class="map-notes">
        <div class="map-buttons">
          <button
            type="button"
            class="button round"
            aria-label="Zoom in"
            @click=${() => frame.zoomBy(2)}
          >
            +
          </button>
          <button
            type="button"
            class="button round"
            aria-label="Zoom out"
            @click=${() => frame.zoomBy(0.5)}
          >
            −
          </button>
          <button type="button" class="button" ?disabled=${whole} @click=${() => frame.reset()}>
            All
          </button>
        </div>
        <div class="map-legend">
          <div class="map-ramp" style="background: ${gradient(stage.dark)}"></div>
          <div class="map-axis"><span>≤ 10⁻⁶</span><span>weight</span><span>1</span></div>
        </div>
        <p class="map-pointed">
          ${
            pointed
              ? html`query ${count(pointed.query)} looks at key ${count(pointed.key)}:
                  <strong>${show(pointed.weight, significant(3))}</strong>`
              : html`Point at the map to read a weight. ${holdWords('pan')}`
          }
        </p>
        ${
          window.span > 1
            ? html`<p class="map-pointed">
                A pixel covers ${show(window.span, significant(2))} ×
                ${show(window.span, significant(2))} tokens and shows the largest of 4 weights
                sampled there.
              </p>`
            : nothing
        }
      </div>
    `,
    root,
  );
}

function gradient(dark: boolean): string {
  const { sequential } = ramps(dark);
  const stops = [0, 0.25, 0.5, 0.75, 1].map((part) =>
    cssColourAt(sequential, FAINTEST * (1 - part), [FAINTEST, 0]),
  );
  return `linear-gradient(to right, ${stops.join(', ')})`;
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
