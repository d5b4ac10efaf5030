import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Role } from '../../math/role';
import type { Box } from './box';
import { cellsBox, crossings, lattice, type Lattice, type LatticeMark } from './lattice';

/** How a window slides: the same along the rows and along the columns. */
export interface Slide {
  readonly positions: number;
  /** Cells from one position to the next, and from the first cell it looks at to the last. */
  readonly stride: number;
  readonly span: number;
  /** The cells it looks at from a position. */
  taps(position: number): readonly number[];
}

export interface SlidingWindow {
  readonly slide: Slide;
  readonly from: Lattice;
  /** One cell for each position. */
  readonly to: Lattice;
  /** How far it has come, from 0 to 1. */
  readonly fraction: number;
  readonly role: Role;
  readonly part: string;
  readonly out: LatticeMark;
  /** An id for the hatching of what it leaves out. */
  readonly id: string;
}

/** The cells that the window looks at from no position. */
export function leftOut({ positions, taps }: Slide, cells: number): number[] {
  const reached = new Set(Array.from({ length: positions }, (_, i) => taps(i)).flat());
  return Array.from({ length: cells }, (_, i) => i).filter((i) => !reached.has(i));
}

/** A window on its way over a lattice, what it has filled, and at the end what it has left out. */
export function slidingWindow(of: SlidingWindow): SVGTemplateResult {
  const { slide, from, to, fraction, role, part } = of;
  const { row, column, filled } = swept(fraction, to);
  const shown = (cells: readonly number[]): number[] =>
    cells.filter((cell) => from.axis.shown.includes(cell));
  const corner = [row * slide.stride, column * slide.stride] as const;
  return svg`
    ${fraction === 1 ? hatched(of, shown(leftOut(slide, from.axis.count))) : nothing}
    <g class=${`window role-${role}`} data-part=${part}>
      <path d=${crossings(from, shown(slide.taps(row)), shown(slide.taps(column)))} />
      ${windowOutline(cellsBox(from, ...corner, slide.span), 'edge')}
    </g>
    ${fraction > 0 ? lattice(to, { ...of.out, filled }) : nothing}
    ${fraction > 0 && fraction < 1 ? windowOutline(cellsBox(to, row, column, 1), 'filling') : nothing}`;
}

export const windowOutline = ({ x, y, width, height }: Box, kind: string): SVGTemplateResult =>
  svg`<rect class=${kind} x=${x} y=${y} width=${width} height=${height} />`;

function hatched({ from, id }: SlidingWindow, cells: readonly number[]): SVGTemplateResult | null {
  if (cells.length === 0) return null;
  const { shown } = from.axis;
  return svg`
    <pattern id=${id} width="7" height="7" patternUnits="userSpaceOnUse">
      <path class="hatch" d="M0 7L7 0" />
    </pattern>
    <path fill="url(#${id})" d=${crossings(from, cells, shown) + crossings(from, shown, cells)} />`;
}

/** Where the window is, and the cells it has filled: the first row takes half of the time. */
function swept(fraction: number, to: Lattice) {
  const { shown } = to.axis;
  const side = shown.length;
  const rest = side * side - side;
  const done = Math.floor(fraction < 0.5 ? 2 * fraction * side : side + (2 * fraction - 1) * rest);
  const current = Math.min(done, side * side - 1);
  const [row, column] = [shown[Math.floor(current / side)], shown[current % side]];
  const rows = crossings(to, shown.slice(0, Math.floor(done / side)), shown);
  return { row, column, filled: rows + crossings(to, [row], shown.slice(0, done % side)) };
}
