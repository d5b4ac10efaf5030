import { nothing, svg, type SVGTemplateResult } from 'lit';
import { show, showShort, decimals } from '../../math/format';
import type { Role } from '../../math/role';
import type { Matrix } from '../../math/value';
import { covered } from '../parts';

/** How cells are tinted: by role and size, by sign and size, or as shares of 1. */
export type Tint =
  | { readonly by: 'role'; readonly role: Role }
  | { readonly by: 'sign' }
  | { readonly by: 'share' }
  | { readonly by: 'nothing' };

export interface MatrixDrawing {
  readonly x: number;
  readonly y: number;
  /** Width and height of a cell. */
  readonly cell: number;
  /** The stage's unit: numbers are never smaller than 15 of it. */
  readonly unit: number;
  readonly values: Matrix;
  readonly tint: Tint;
  /** Part names of a cell. */
  part(i: number, j: number): string;
  /** How visible a cell's number is, 0 (a later step will show it) to 1; 1 unless said. */
  visible?(i: number, j: number): number;
  /** The value |tint| is full at; the largest |entry| unless said. */
  readonly full?: number;
  /** Numbers as they are (`2`, `0.5`) rather than with three decimals. */
  readonly short?: boolean;
  /** Parts that feed the cell pointed at: their cells get a dashed outline. */
  readonly feeding?: readonly string[];
  /** Pressed to be dragged. */
  readonly pressed?: ((event: PointerEvent, i: number, j: number) => void) | undefined;
}

/** Side of the gap between cells. */
export const GAP = 5;

export const matrixWidth = (columns: number, cell: number): number => columns * (cell + GAP) - GAP;

/** A matrix as rounded cells with their numbers. */
export function matrix(drawing: MatrixDrawing): SVGTemplateResult {
  const { values, cell, x, y } = drawing;
  const full =
    drawing.full ?? Math.max(1e-12, ...values.flat().filter(Number.isFinite).map(Math.abs));
  return svg`<g transform="translate(${x} ${y})">${values.map((row, i) =>
    row.map((value, j) => drawCell(drawing, value, i, j, full, cell)),
  )}</g>`;
}

function drawCell(
  drawing: MatrixDrawing,
  value: number,
  i: number,
  j: number,
  full: number,
  cell: number,
): SVGTemplateResult {
  const visible = drawing.visible?.(i, j) ?? 1;
  const { pressed, feeding = [] } = drawing;
  const part = drawing.part(i, j);
  const feeds = part.split(' ').some((name) => covered(name, feeding));
  const fontSize = Math.max(15 * drawing.unit, cell * 0.29);
  return svg`<g
    class=${['cell', pressed ? 'draggable' : '', feeds ? 'feeds' : ''].join(' ')}
    data-part=${part}
    transform="translate(${j * (cell + GAP)} ${i * (cell + GAP)})"
    @pointerdown=${pressed ? (event: PointerEvent) => pressed(event, i, j) : nothing}
  >
    <rect class="cell-box" width=${cell} height=${cell} rx=${Math.min(10, cell / 8)}
      style="fill: ${visible > 0 ? tintOf(drawing.tint, value, full, visible) : 'var(--cell)'}" />
    <text x=${cell / 2} y=${cell / 2} font-size=${fontSize} opacity=${visible}
      class="cell-number">${fitNumber(value, cell - cell / 14, fontSize, drawing.short)}</text>
  </g>`;
}

/** A cell's colour: mixed into the paper at most by half, so that ink stays readable on it. */
export function tintOf(tint: Tint, value: number, full: number, visible = 1): string {
  if (tint.by === 'nothing' || !Number.isFinite(value)) return 'var(--cell)';
  const strength = Math.min(1, Math.abs(value) / full) * visible;
  const mix = (colour: string, most: number): string =>
    `color-mix(in srgb, ${colour} ${(strength * most).toFixed(1)}%, var(--cell))`;
  if (tint.by === 'share') return mix('var(--ramp-share)', 52);
  if (tint.by === 'sign')
    return mix(value < 0 ? 'var(--ramp-negative)' : 'var(--ramp-positive)', 45);
  return mix(`var(--role-${tint.role})`, 26);
}

/** Inter's tabular digits are about 0.62 em wide. */
const DIGIT_WIDTH = 0.62;

/** A number with as many decimals, three at most, as fit in `width`. */
export function fitNumber(x: number, width: number, fontSize: number, short = false): string {
  const room = Math.floor(width / (fontSize * DIGIT_WIDTH));
  for (let digits = 3; digits >= 0; digits -= 1) {
    const text = short ? showShort(x, decimals(digits)) : show(x, decimals(digits));
    if (text.length <= room || digits === 0) return text;
  }
  return show(x);
}
