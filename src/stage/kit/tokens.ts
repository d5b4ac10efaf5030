import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Role } from '../../math/role';
import type { Box } from './box';
import { NORMAL, SMALL, svgText, textWidth } from './text';
import { shortened } from './wrap';

/** A token of a text: a chip with its word on it. */
export interface Token {
  readonly text: string;
  readonly role?: Role;
  readonly part?: string;
  /** Set off, as a masked or chosen one is. */
  readonly selected?: boolean;
  /** How far it has appeared, 0 to 1; 1 unless said. */
  readonly shown?: number;
}

export interface TokenRow {
  readonly tokens: readonly Token[];
  readonly x: number;
  readonly y: number;
  /** Where a row ends and the next begins. */
  readonly width: number;
  /** The size of the type; 16 unless said. */
  readonly size?: number;
  /** Positions under the chips, counted from 0. */
  readonly indices?: boolean;
  /** Makes every chip a button: the reader chooses it, by hand or by key. */
  choose?(i: number): void;
  /** A press on a chip that begins a drag. */
  pressed?(event: PointerEvent, i: number): void;
}

const GAP = 6;
const PADDING = 10;
/** Under a chip, for its position. */
const INDEX = 18;

/** The box of every chip: as wide as its word, as far as a row is; in as many rows as it takes. */
export function tokenBoxes({ tokens, x, y, width, size = NORMAL, indices }: TokenRow): Box[] {
  const height = size + 18;
  let [left, top] = [x, y];
  return tokens.map(({ text }) => {
    const wide = Math.min(width, Math.max(height, textWidth(text, size) + 2 * PADDING));
    if (left > x && left + wide > x + width) {
      left = x;
      top += height + GAP + (indices ? INDEX : 0);
    }
    const box = { x: left, y: top, width: wide, height };
    left += wide + GAP;
    return box;
  });
}

/** Tokens in reading order, as chips. */
export function tokenRow(row: TokenRow): SVGTemplateResult {
  const boxes = tokenBoxes(row);
  return svg`<g class="tokens">${row.tokens.map((token, i) => drawToken(row, token, boxes[i], i))}</g>`;
}

function drawToken(row: TokenRow, token: Token, box: Box, i: number): SVGTemplateResult {
  const { choose, pressed, size = NORMAL, indices, width } = row;
  const { text, role, part, selected, shown = 1 } = token;
  const middle = box.x + box.width / 2;
  // A chip is as wide as its word but where a row ends it: nothing is cut by a rounding.
  const word = box.width < width ? text : shortened(text, width - 2 * PADDING, size);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    choose?.(i);
  };
  return svg`<g class=${['token', choose && 'choosable', pressed && 'draggable'].filter(Boolean).join(' ')}
    data-part=${part ?? nothing} opacity=${shown === 1 ? nothing : shown}
    tabindex=${choose ? 0 : nothing} role=${choose ? 'button' : nothing}
    aria-label=${choose ? text : nothing} aria-pressed=${choose ? String(Boolean(selected)) : nothing}
    @click=${choose ? () => choose(i) : nothing} @keydown=${choose ? onKey : nothing}
    @pointerdown=${pressed ? (event: PointerEvent) => pressed(event, i) : nothing}>
    <rect class=${`chip${selected ? ' selected' : ''}`} x=${box.x} y=${box.y}
      width=${box.width} height=${box.height} rx=${box.height / 4} />
    <text class=${role ? `role-${role}` : nothing} x=${middle} y=${box.y + box.height / 2}
      font-size=${size}>${svgText(word)}</text>
    ${
      indices
        ? svg`<text class="index" x=${middle} y=${box.y + box.height + INDEX / 2 + 1}
            font-size=${SMALL}>${i}</text>`
        : nothing
    }
  </g>`;
}
