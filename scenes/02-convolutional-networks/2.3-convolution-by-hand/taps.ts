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
import { filterNames, filterSays, type Filter } from './filters';

const SIDE = 150;
const GAP = 3;
const TYPE = 14;
const DIGIT_WIDTH = 0.62;

/** The weights of the filter as tinted cells; dragging one makes the filter the reader's own. */
export function tapsPanel(
  filter: Filter,
  taps: Matrix,
  edit: (taps: Matrix, commit: boolean) => void,
): TemplateResult {
  const spacing = (SIDE + GAP) / taps.length;
  const cell = spacing - GAP;
  const texts = taps.map((row) => row.map((x) => showShort(x)));
  const longest = Math.max(...texts.flat().map((text) => text.length));
  const legible = longest * TYPE * DIGIT_WIDTH <= cell;
  const full = Math.max(1e-12, ...taps.flat().map(Math.abs));
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
  return html`<figure class="photo-taps">
    <svg
      class="picture"
      viewBox="-1 -1 ${SIDE + 2} ${SIDE + 2}"
      role="img"
      aria-label="Weights of the filter: ${taps.map((row) => row.map((x) => showShort(x)).join(', ')).join('; ')}"
    >
      ${taps.map((row, i) => row.map((x, j) => draw(x, i, j)))}
    </svg>
    <figcaption>
      <strong>${filterNames[filter]}</strong>,
      ${filterSays[filter]}${legible ? '' : `; the largest weight is ${showShort(full)}`}. Drag a
      weight to make it your own.
    </figcaption>
  </figure>`;
}
