import { nothing, svg, type SVGTemplateResult } from 'lit';
import { fit, type Fitted, type Room } from '../../math/fit';
import type { Role } from '../../math/role';
import type { Box } from './box';
import { chevron } from './chevron';
import { fillOf, type Tint } from './tint';

/** One number in its box. */
export interface Cell extends Pick<Room, 'style' | 'format'> {
  readonly value: number;
  readonly part?: string;
  readonly tint?: Tint;
  /** The value its tint is full at; 1 unless said. */
  readonly full?: number;
  /** What the number stands for: colours the outline. */
  readonly role?: Role;
  /** How visible its number is, 0 (a later step will show it) to 1; 1 unless said. */
  readonly visible?: number;
  /** Not the reader's and not computed, such as the zeros of a border. */
  readonly faint?: boolean;
  /** A factor that lies on it, written in its corner where there is room, and what it stands for. */
  readonly factor?: { readonly value: number; readonly role: Role } | undefined;
  /** Pressed to be dragged. */
  readonly pressed?: ((event: PointerEvent) => void) | undefined;
  /** The number as it was fitted together with others; fitted by itself unless said. */
  readonly fitted?: Fitted | undefined;
}

/** Room between a number and the edges of its cell. */
const PADDING = 2;

/** The room for a number in a cell of this size. */
export const roomIn = ({ width, height }: Pick<Box, 'width' | 'height'>): Room => ({
  width: width - 2 * PADDING,
  largest: Math.min(30, Math.max(14, 0.3 * Math.min(1.4 * height, width))),
});

/** A cell: its box, tinted by its number, and the number where it can be shown without a falsehood. */
export function cell(box: Box, drawn: Cell): SVGTemplateResult {
  const { value, part, tint = 'none', full = 1, role, visible = 1, pressed, factor } = drawn;
  const { x, y, width, height } = box;
  const fitted = 'fitted' in drawn ? drawn.fitted : fit(value, { ...roomIn(box), ...drawn });
  const isSmall = Math.min(width, height) < 36;
  const kinds = [
    'cell',
    isSmall && 'small',
    pressed && 'draggable',
    drawn.faint && 'faint',
    role && `outline-${role}`,
  ];
  return svg`<g class=${kinds.filter(Boolean).join(' ')} data-part=${part ?? nothing}
    transform="translate(${x} ${y})" @pointerdown=${pressed ?? nothing}>
    <rect class="cell-box" width=${width} height=${height} rx=${corner(box)}
      style="fill: ${visible > 0 ? fillOf(tint, value, full, visible) : 'var(--cell)'}" />
    ${
      fitted &&
      svg`<text class="cell-number" x=${width / 2} y=${height / 2} font-size=${fitted.size}
        opacity=${visible}>${fitted.text}</text>`
    }
    ${factor ? laid(factor, box) : nothing}
    ${pressed ? grip(box) : nothing}
  </g>`;
}

export const corner = ({ width, height }: Pick<Box, 'width' | 'height'>): number =>
  Math.min(10, Math.min(width, height) / 6);

/** Cells lower than this have no room below their number. */
const LOW = 56;

function laid(
  { value, role }: NonNullable<Cell['factor']>,
  { width, height }: Pick<Box, 'width' | 'height'>,
): SVGTemplateResult | typeof nothing {
  const fitted = fit(value, { width: width * 0.6, largest: height * 0.19, style: 'short' });
  return height < LOW || !fitted
    ? nothing
    : svg`<text class=${`cell-factor role-${role}`} x=${width - 7} y=${height - 9}
        font-size=${fitted.size}>×${fitted.text}</text>`;
}

/** Small arrows: the number between them, or before them in a low cell, can be dragged up and down. */
function grip({
  width,
  height,
}: Pick<Box, 'width' | 'height'>): SVGTemplateResult | typeof nothing {
  const low = height < 34;
  if (low && width < 40) return nothing;
  const x = low ? width - 7 : width / 2;
  const [top, bottom] = low ? [height / 2 - 2, height / 2 + 2] : [5.5, height - 5.5];
  const size = { deep: 2.5, wide: 3 };
  return svg`<g class="drag-cue">
    ${chevron(x, top - 2.5, { way: 'up', ...size })}${chevron(x, bottom + 2.5, { way: 'down', ...size })}
  </g>`;
}
