import { nothing, svg, type SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Role } from '../../math/role';
import type { Box } from './box';
import { movable } from './movable';
import { inView, LEFT_OUT, positionsBetween } from './order';
import { NORMAL, SMALL, svgText, textWidth } from './text';
import { typeFor } from './wrap';

/** What a line of a ranked list shows. */
export interface RankedItem {
  readonly label: string;
  /** What stands at its right end, such as its score. */
  readonly detail?: string | undefined;
  readonly role?: Role | undefined;
  readonly part?: string;
  /** The reader points at it, here or elsewhere. */
  readonly pointed?: boolean;
  /** What its score is made of: bars one after the other, as shares of its width. */
  readonly bars?: readonly number[];
}

export interface RankedList {
  /** The upper left corner, the heading included. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** From the top of one row to the top of the next, and how many rows there are. */
  readonly pitch: number;
  readonly rows: number;
  readonly title: string;
  /** A line below the title, with mathematics between dollar signs. */
  readonly says: string;
  /** The ids of the items, the best first. */
  readonly order: readonly string[];
  /** An order that they come from, and how far they have come. */
  readonly from?: readonly string[];
  readonly fraction?: number;
  /** The item that stays in view, however far down it is. */
  readonly keep?: string;
  /** Whether their ranks stand before them, counted from 1. */
  readonly ranked: boolean;
  item(id: string): RankedItem;
  /** The kept item can be moved to another rank, by hand or by key; `commit` when that is done. */
  moved?(rank: number, commit: boolean): void;
}

/** Above the rows, for the heading. */
export const LIST_HEAD = 54;
const PADDING = 10;
/** Room for the arrows of what can be dragged. */
const GRIP = 18;
/** Half the height in which it can be pressed. */
const REACH = 22;

/** The box of the row at a position, from 0; a fraction lies between two. */
const boxAt = ({ x, y, width, pitch }: RankedList, position: number): Box => ({
  x,
  y: y + LIST_HEAD + position * pitch,
  width,
  height: pitch - 4,
});

function positionsIn({ order, from, fraction = 1, rows, keep }: RankedList): Map<string, number> {
  const shown = inView(order, rows, keep);
  return positionsBetween(from?.filter((id) => shown.includes(id)) ?? shown, shown, fraction);
}

/** The box of an item that is in view. */
export const boxOfItem = (list: RankedList, id: string): Box =>
  boxAt(list, positionsIn(list).get(id) ?? 0);

/** Items one below the other, the best first, in rows that stand ready for them. */
export function rankedList(list: RankedList): SVGTemplateResult {
  const middle = list.x + list.width / 2;
  // In the order of their ids, so that an element that is being dragged is never taken out; the one
  // that is kept in view lies over the others.
  const key = (id: string): string => (id === list.keep ? '1' : '0') + id;
  const items = [...positionsIn(list)].sort(([a], [b]) => (key(a) < key(b) ? -1 : 1));
  return svg`<g class="ranked-list">
    <text class="block-name" x=${middle} y=${list.y + 20} font-size=${NORMAL}>${list.title}</text>
    <text class="block-says" x=${middle} y=${list.y + 42} font-size=${SMALL}>${svgText(list.says)}</text>
    ${Array.from({ length: list.rows }, (_, i) => rowBox(boxAt(list, i), 'slot'))}
    ${repeat(
      items,
      ([id]) => id,
      ([id, position]) => drawItem(list, id, position),
    )}
  </g>`;
}

const rowBox = ({ x, y, width, height }: Box, kind: string): SVGTemplateResult =>
  svg`<rect class=${kind} x=${x} y=${y} width=${width} height=${height} rx="6" />`;

function drawItem(list: RankedList, id: string, position: number): SVGTemplateResult {
  const box = boxAt(list, position);
  if (id === LEFT_OUT) return svg`<g class="ranked">${words(box, { label: LEFT_OUT }, '')}</g>`;
  const rank = list.order.indexOf(id) + 1;
  const item = list.item(id);
  const moved = id === list.keep ? list.moved : undefined;
  const content = svg`<g class=${item.pointed ? 'ranked pointed' : 'ranked'}
    data-part=${item.part ?? nothing}>
    ${rowBox(box, 'row-box')}${bars(box, item)}${moved ? grip(box) : nothing}
    ${words(moved ? { ...box, width: box.width - GRIP } : box, item, list.ranked ? String(rank) : '')}
  </g>`;
  if (!moved) return content;
  const listed = {
    name: `rank of ${item.label} in ${list.title}`,
    says: String(rank),
    position,
    count: Math.min(list.rows, list.order.length),
    move: (to: number, commit: boolean) => moved(to + 1, commit),
  };
  return movable(listed, list.pitch, content);
}

/** Arrows at its right end: it can be dragged up and down, by a finger too. */
const grip = ({ x, y, width, height }: Box): SVGTemplateResult =>
  svg`<rect class="reach" x=${x} y=${y + height / 2 - REACH} width=${width} height=${2 * REACH} />
    <path class="grip" d=${`M${x + width - 20} ${y + height / 2 - 3}l5 -5l5 5m-10 6l5 5l5 -5`} />`;

const bars = (box: Box, { bars: shares = [] }: RankedItem): SVGTemplateResult[] =>
  shares.map((share, i) => {
    const before = shares.slice(0, i).reduce((sum, x) => sum + x, 0);
    return svg`<rect class="share" x=${box.x + before * box.width + 1} y=${box.y + 1}
      width=${Math.max(0, share * box.width - 1.5)} height=${box.height - 2} rx="2" />`;
  });

function words(box: Box, { label, detail, role }: RankedItem, rank: string): SVGTemplateResult {
  const middle = box.y + box.height / 2;
  const left =
    box.x +
    PADDING +
    (rank === '' ? 0 : Math.max(textWidth('00', NORMAL), textWidth(rank, NORMAL)) + 8);
  const right = box.x + box.width - PADDING;
  const beside = detail === undefined ? 0 : textWidth(detail, NORMAL) + 8;
  // A detail stands only where the name has room as well.
  const both = right - left - beside >= textWidth(label, NORMAL);
  const room = right - left - (both ? beside : 0);
  return svg`
    <text class="rank" x=${box.x + PADDING} y=${middle} font-size=${NORMAL}>${rank}</text>
    <text class=${role ? `own role-${role}` : nothing} x=${left} y=${middle}
      font-size=${typeFor(label, room, NORMAL)}>${svgText(label)}</text>
    <text class="detail" x=${right} y=${middle} font-size=${NORMAL}>${both ? detail : nothing}</text>`;
}
