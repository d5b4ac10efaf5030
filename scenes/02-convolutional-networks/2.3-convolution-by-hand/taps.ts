import {
  dragNumber,
  fillOf,
  html,
  mapMatrix,
  showShort,
  svg,
  type Matrix,
  type SVGTemplateResult,
  type TemplateResult,
} from '../../../src/author';
import { filterSays, type Filter } from './filters';

const GAP = 3;
const TYPE = 14;
const DIGIT_WIDTH = 0.62;

/** The panel as small as it comes. */
const SMALLEST = 98;

const largestOf = (taps: Matrix): number => Math.max(1e-12, ...taps.flat().map(Math.abs));

/** How wide a cell is in a panel. */
const cellOf = (taps: Matrix, side: number): number => (side + GAP) / taps.length - GAP;

/** Whether a cell has room for each of the weights. */
function isLegible(taps: Matrix, side: number): boolean {
  const longest = Math.max(...taps.flat().map((x) => showShort(x).length));
  return longest * TYPE * DIGIT_WIDTH <= cellOf(taps, side);
}

/** What a filter looks for, and how it becomes the reader's own. */
export function captionOf(filter: Filter, taps: Matrix): string {
  const largest = isLegible(taps, SMALLEST)
    ? ''
    : `; the largest weight is ${showShort(largestOf(taps))}`;
  return `${filterSays[filter]}${largest}. Drag a weight to make it your own.`;
}

/** The weights of the filter as tinted cells; dragging one makes the filter the reader's own. */
export function tapsPanel(
  side: number,
  taps: Matrix,
  edit: (taps: Matrix, commit: boolean) => void,
): TemplateResult {
  const cell = cellOf(taps, side);
  const spacing = cell + GAP;
  const texts = taps.map((row) => row.map((x) => showShort(x)));
  const legible = isLegible(taps, side);
  const full = largestOf(taps);
  const press = (event: PointerEvent, i: number, j: number): void =>
    dragNumber(event, taps[i][j], legible ? 1 : full / 10, (x, commit) =>
      edit(
        mapMatrix(taps, (old, u, v) => (u === i && v === j ? x : old)),
        commit,
      ),
    );
  const draw = (x: number, i: number, j: number): SVGTemplateResult => svg`<g class="cell draggable"
      transform="translate(${j * spacing} ${i * spacing})"
      @pointerdown=${(event: PointerEvent) => press(event, i, j)}>
      <rect class="cell-box" width=${cell} height=${cell} rx=${cell / 8}
        style="fill: ${fillOf('sign', x, full)}" />
      ${
        legible
          ? svg`<text class="cell-number" x=${cell / 2} y=${cell / 2} font-size=${Math.max(TYPE, cell / 3)}>${texts[i][j]}</text>`
          : ''
      }
    </g>`;
  return html`<svg
    class="picture photo-taps"
    viewBox="0 0 ${side} ${side}"
    role="img"
    aria-label="Weights of the filter: ${texts.map((row) => row.join(', ')).join('; ')}"
  >
    ${taps.map((row, i) => row.map((x, j) => draw(x, i, j)))}
  </svg>`;
}
