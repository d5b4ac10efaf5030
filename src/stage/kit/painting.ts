import { nothing, svg, type SVGTemplateResult } from 'lit';
import { integer, show } from '../../math/format';
import { mapMatrix } from '../../math/linear';
import type { Matrix } from '../../math/value';
import { drag } from '../drag';
import { corner } from './cell';
import { boxAt, type Grid } from './grid';
import { stroke, type CellAt } from './stroke';

/** A colour that cells can have: the number it stands for, and what it means. */
export interface Colour {
  readonly value: number;
  /** For a reader of screens: `hidden`. */
  readonly says: string;
}

/** A grid that is painted: by a press, by dragging across it, or by the arrow keys and Space. */
export interface Painting {
  readonly grid: Grid;
  /** The number in each cell, or one that is no colour where it is blank; nothing while all are. */
  readonly values: Matrix | undefined;
  /** A press goes from each to the next; a cell begins with the first. */
  readonly colours: readonly Colour[];
  /** What is painted, for a reader of screens, and the id of what else is to be said of it. */
  readonly label: string;
  readonly describedBy?: string;
  /** What a cell is: `row 1, column 3`. */
  cell(i: number, j: number): string;
  part?(i: number, j: number): string;
  /** It is painted like this now; absent where it is only shown. */
  paint?: ((values: Matrix) => void) | undefined;
}

/** The colour that a press gives a cell. */
export function nextColour(colours: readonly Colour[], value: number): number {
  const index = colours.findIndex((colour) => colour.value === value);
  return colours[(index + 1) % colours.length].value;
}

/** The same with some of its cells in another colour. */
export const withCells = (values: Matrix, cells: readonly CellAt[], value: number): Matrix =>
  mapMatrix(values, (x, i, j) => (cells.some(([k, l]) => k === i && l === j) ? value : x));

const STEPS: Readonly<Record<string, CellAt>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** The cell a key leads to. */
export function cellByKey([i, j]: CellAt, key: string, size: CellAt): CellAt | undefined {
  const step = STEPS[key] as CellAt | undefined;
  const within = (x: number, count: number): number => Math.min(count - 1, Math.max(0, x));
  return step && [within(i + step[0], size[0]), within(j + step[1], size[1])];
}

/** The cell of this painting that an element shows. */
function cellOf(target: EventTarget | null, root: Element): CellAt | undefined {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-cell]') : null;
  if (!element || !root.contains(element)) return undefined;
  const [i, j] = element.dataset.cell!.split('.').map(Number);
  return [i, j];
}

export function painting(of: Painting): SVGTemplateResult {
  const { values, colours, paint } = of;
  const { rows, columns } = of.grid;
  const blank = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => colours[0].value),
  );
  const now = values ?? blank;
  const cells = now.map(
    (row, i) =>
      svg`<g role=${paint ? 'row' : nothing}>${row.map((value, j) => paintedCell(of, [i, j], value))}</g>`,
  );
  if (!paint) return svg`<g class="painting">${cells}</g>`;

  const onPress = (event: PointerEvent): void => {
    const root = event.currentTarget as Element;
    let last = cellOf(event.target, root);
    if (!last || event.button !== 0) return;
    const colour = nextColour(colours, now[last[0]][last[1]]);
    let painted = withCells(now, [last], colour);
    paint(painted);
    drag(
      event,
      (_, __, { clientX, clientY }) => {
        const over = cellOf(document.elementFromPoint(clientX, clientY), root);
        if (!over || !last || (over[0] === last[0] && over[1] === last[1])) return;
        painted = withCells(painted, stroke(last, over), colour);
        last = over;
        paint(painted);
      },
      () => undefined,
    );
  };

  const onKey = (event: KeyboardEvent): void => {
    const root = event.currentTarget as Element;
    const from = cellOf(event.target, root);
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const colour = now[from[0]][from[1]];
    const to = cellByKey(from, event.key, [rows, columns]);
    if (event.key === ' ') paint(withCells(now, [from], nextColour(colours, colour)));
    // With Shift the colour comes along.
    else if (to && event.shiftKey) paint(withCells(now, stroke(from, to), colour));
    else if (!to) return;
    event.preventDefault();
    if (to) root.querySelector<SVGElement>(`[data-cell="${to.join('.')}"]`)?.focus();
  };

  return svg`<g class="painting open" role="grid" aria-label=${of.label}
    aria-describedby=${of.describedBy ?? nothing} @pointerdown=${onPress} @keydown=${onKey}>${cells}</g>`;
}

/** Of all cells Tab reaches the first, and the arrows the others. */
function paintedCell(of: Painting, [i, j]: CellAt, value: number): SVGTemplateResult {
  const { grid, values, colours } = of;
  const box = boxAt(grid, i, j);
  const index = values ? colours.findIndex((colour) => colour.value === value) : -1;
  const says = index < 0 ? 'blank' : colours[index].says;
  const open = of.paint !== undefined;
  return svg`<g class=${index > 0 ? 'cell painted' : 'cell'} data-part=${of.part?.(i, j) ?? nothing}
    role=${open ? 'gridcell' : nothing} data-cell=${open ? `${i}.${j}` : nothing}
    tabindex=${open ? (i === 0 && j === 0 ? 0 : -1) : nothing}
    aria-label=${open ? `${of.cell(i, j)}: ${says}` : nothing} transform="translate(${box.x} ${box.y})">
    <rect class="cell-box" width=${box.width} height=${box.height} rx=${corner(box)} />
    ${
      index < 0
        ? nothing
        : svg`<text class="cell-number" x=${box.width / 2} y=${box.height / 2}
            font-size=${Math.min(22, Math.max(14, 0.36 * box.height))}>${show(value, integer)}</text>`
    }
  </g>`;
}
