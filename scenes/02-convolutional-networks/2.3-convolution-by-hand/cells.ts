import {
  covered,
  decimals,
  nothing,
  showShort,
  svg,
  tintOf,
  type SVGTemplateResult,
  type Tint,
} from '../../../src/author';
import type { Layout, Box } from './layout';

/** How one cell of a block is drawn. */
export interface Cell {
  readonly value: number;
  readonly part: string;
  readonly tint: Tint;
  /** How visible its number is, 0 (a later step will show it) to 1; 1 unless said. */
  readonly visible?: number;
  /** A zero of the border: drawn faintly. */
  readonly border?: boolean;
  /** The weight that lies on it, in its corner. */
  readonly weight?: number | undefined;
  /** Where it is on its way to, in cells from its own position. */
  readonly shift?: readonly [number, number];
  readonly pressed?: ((event: PointerEvent) => void) | undefined;
}

interface Drawing {
  readonly box: Box;
  readonly layout: Layout;
  readonly unit: number;
  /** The value at which a tint is full. */
  readonly full: number;
  /** Parts that feed what is pointed at. */
  readonly feeding: readonly string[];
}

/** Inter's tabular digits are about 0.62 em wide. */
const DIGIT_WIDTH = 0.62;
const SMALLEST_TYPE = 14;

/**
 * A number with as many decimals as fit; one that does not fit is left to the explanation below
 * the picture rather than shown wrong.
 */
function fit(x: number, width: number, fontSize: number): string {
  const room = Math.floor(width / (fontSize * DIGIT_WIDTH));
  for (let digits = 3; digits >= (Number.isInteger(x) ? 0 : 1); digits -= 1) {
    const text = showShort(x, decimals(digits));
    if (text.length <= room) return text;
  }
  return room > 0 ? '…' : '';
}

/** Numbers in rounded cells, smaller and closer together than `matrix` goes. */
export function cells(drawing: Drawing, cellAt: (i: number, j: number) => Cell): SVGTemplateResult {
  const { rows, columns, x, y } = drawing.box;
  const indices = Array.from({ length: rows * columns }, (_, n) => [
    Math.floor(n / columns),
    n % columns,
  ]);
  return svg`<g transform="translate(${x} ${y})">
    ${indices.map(([i, j]) => drawCell(drawing, cellAt(i, j), i, j))}
  </g>`;
}

function drawCell(drawing: Drawing, drawn: Cell, i: number, j: number): SVGTemplateResult {
  const { layout, unit, full, feeding } = drawing;
  const { cell, gap } = layout;
  const { value, part, tint, visible = 1, border, weight, shift = [0, 0], pressed } = drawn;
  const feeds = part.split(' ').some((name) => covered(name, feeding));
  const smallest = SMALLEST_TYPE * unit;
  const fontSize = Math.max(smallest, Math.min(cell * 0.34, 30 * unit));
  const kinds = ['cell', pressed && 'draggable', feeds && 'feeds', border && 'border'];
  const [x, y] = [(j + shift[1]) * (cell + gap), (i + shift[0]) * (cell + gap)];
  return svg`<g
    class=${kinds.filter(Boolean).join(' ')}
    data-part=${part}
    transform="translate(${x} ${y})"
    @pointerdown=${pressed ?? nothing}
  >
    <rect class="cell-box" width=${cell} height=${cell} rx=${Math.min(10, cell / 8)}
      style="fill: ${visible > 0 ? tintOf(tint, value, full, visible) : 'var(--cell)'}" />
    <text x=${cell / 2} y=${cell / 2} font-size=${fontSize} opacity=${visible}
      class="cell-number">${fit(value, cell - 3, fontSize)}</text>
    ${
      weight === undefined || cell < 48 * unit
        ? nothing
        : svg`<text class="laid-weight" x=${cell - 7 * unit} y=${cell - 9 * unit}
            font-size=${Math.max(smallest, cell * 0.19)}>×${fit(weight, cell * 0.6, smallest)}</text>`
    }
  </g>`;
}
