import {
  boxAt,
  cellByKey,
  DIGIT_INK,
  DIGIT_SIDE,
  html,
  nothing,
  showShort,
  svg,
  type Box,
  type Grid,
  type Matrix,
  type SVGTemplateResult,
  type TemplateResult,
} from '../../../src/author';
import { nameOfPixel } from './digit-words';
import type { Stroke } from './pen';

const SMALL = 14;

/** Where the pixels are in a square of this side. */
const gridOf = (side: number): Grid => ({
  ...{ x: 0, y: 0, rows: DIGIT_SIDE, columns: DIGIT_SIDE, gap: 0 },
  cell: { width: side / DIGIT_SIDE, height: side / DIGIT_SIDE },
});

/** A sheet to draw on with the mouse, a pen or a finger. */
export const padControl = (
  side: number,
  strokes: readonly Stroke[],
  press: (event: PointerEvent) => void,
): TemplateResult =>
  html`<svg
    class="picture digit-pad"
    viewBox="0 0 ${side} ${side}"
    role="img"
    aria-label="A sheet to draw a digit on; beside it the pixels can be set with keys"
    @pointerdown=${press}
  >
    <rect class="digit-paper" width=${side} height=${side} rx="4" />
    ${
      strokes.length === 0
        ? svg`<text x=${side / 2} y=${side / 2 + 5} font-size=${SMALL} text-anchor="middle">draw here</text>`
        : nothing
    }
    ${strokes.map(
      (stroke) =>
        svg`<path class="digit-ink" d=${`M${stroke.map(([x, y]) => `${x * side} ${y * side}`).join('L')}${stroke.length === 1 ? 'h0.01' : ''}`} />`,
    )}
  </svg>`;

/** What can be done with the pixels. */
export interface PixelEvents {
  /** A pixel is blanked, or inked where it is blank. */
  readonly toggle: (row: number, column: number) => void;
  readonly point: (pixel: number | undefined) => void;
}

/** The pixels the network sees, one of them ringed. A press, or Space, blanks or inks one. */
export function pixelsControl(
  side: number,
  pixels: Matrix,
  ringed: number,
  { toggle, point }: PixelEvents,
): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const from = cellOf(event.target);
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = cellByKey(from, event.key, [DIGIT_SIDE, DIGIT_SIDE]);
    if (event.key === ' ') toggle(...from);
    else if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    const root = event.currentTarget as Element;
    if (to) root.querySelector<SVGElement>(`[data-cell="${to.join('.')}"]`)?.focus();
  };
  const onPress = (event: PointerEvent): void => {
    const cell = cellOf(event.target);
    if (cell && event.button === 0) toggle(...cell);
  };
  const onPoint = (event: Event): void => {
    const cell = cellOf(event.target);
    point(cell && cell[0] * DIGIT_SIDE + cell[1]);
  };
  const grid = gridOf(side);
  const ring = boxAt(grid, Math.floor(ringed / DIGIT_SIDE), ringed % DIGIT_SIDE);
  return html`<svg
    class="picture digit-pixels"
    viewBox="0 0 ${side} ${side}"
    role="grid"
    aria-label="Pixels the network sees, ink from 0 to ${DIGIT_INK}"
    @pointerdown=${onPress}
    @keydown=${onKey}
    @pointerover=${onPoint}
    @pointerleave=${() => point(undefined)}
    @focusin=${onPoint}
    @focusout=${() => point(undefined)}
  >
    ${pixels.map((row, i) => svg`<g role="row">${row.map((ink, j) => pixel(boxAt(grid, i, j), ink, nameOfPixel(i * DIGIT_SIDE + j), `${i}.${j}`))}</g>`)}
    <rect
      class="digit-ring"
      x=${ring.x}
      y=${ring.y}
      width=${ring.width}
      height=${ring.height}
      rx="3"
    />
  </svg>`;
}

function pixel(
  { x, y, width, height }: Box,
  ink: number,
  name: string,
  cell: string,
): SVGTemplateResult {
  const share = ink / DIGIT_INK;
  const fill = `fill: color-mix(in srgb, var(--ink) ${(88 * share).toFixed(1)}%, var(--cell))`;
  return svg`<g class=${share > 0.5 ? 'digit-pixel dark' : 'digit-pixel'} role="gridcell"
      data-cell=${cell} tabindex=${cell === '0.0' ? 0 : -1} transform="translate(${x} ${y})"
      aria-label="${name}: ${ink > 0 ? `ink ${showShort(ink)}` : 'blank'}">
    <rect width=${width} height=${height} style=${fill} />
    ${
      ink > 0
        ? svg`<text x=${width / 2} y=${height / 2 + 5} font-size=${SMALL} text-anchor="middle"
            aria-hidden="true">${Math.round(ink)}</text>`
        : nothing
    }
  </g>`;
}

function cellOf(target: EventTarget | null): readonly [number, number] | undefined {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-cell]') : null;
  if (!element) return undefined;
  const [i, j] = element.dataset.cell!.split('.').map(Number);
  return [i, j];
}
