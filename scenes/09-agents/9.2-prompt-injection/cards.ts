import { svg, tiles, wrapped, type Box, type SVGTemplateResult } from '../../../src/author';
import { orderIn } from './sources';
import './view.css';

export interface Card {
  readonly title: string;
  /** Its paragraphs. */
  readonly text: readonly string[];
  readonly part: string;
  /** How far it has appeared. */
  readonly shown: number;
  /** Something has gone wrong. */
  readonly alarm?: boolean;
}

const PADDING = 10;
const LINE = 19;
const HEAD = 26;

interface Line {
  readonly text: string;
  /** Of an order, so set off. */
  readonly order: boolean;
}

/** A text in lines; an order begins a line of its own. Codes longer than a line are broken. */
function linesOf(paragraph: string, width: number): Line[] {
  const order = orderIn(paragraph);
  const at = order === undefined ? -1 : paragraph.indexOf(order);
  const pieces =
    order === undefined
      ? [{ text: paragraph, order: false }]
      : [
          { text: paragraph.slice(0, at), order: false },
          { text: order, order: true },
          { text: paragraph.slice(at + order.length), order: false },
        ];
  const most = Math.floor(width / 10);
  return pieces
    .filter(({ text }) => text.trim() !== '')
    .flatMap((piece) =>
      wrapped(piece.text.trim().replace(new RegExp(`\\S{${most}}`, 'g'), '$& '), width, 14).map(
        (text) => ({ ...piece, text }),
      ),
    );
}

const allLines = ({ text }: Card, width: number): Line[] =>
  text.flatMap((paragraph) => linesOf(paragraph, width - 2 * PADDING));

/** Side by side, as tall as the longest text. */
export function cardBoxes(cards: readonly Card[], box: Box): Box[] {
  const columns = tiles(box, cards.length, 100, 14);
  const most = Math.max(...cards.map((card) => allLines(card, columns[0].width).length));
  const height = HEAD + LINE * most + 2 * PADDING;
  return columns.map((column) => ({ ...column, height }));
}

export function drawCard(card: Card, box: Box): SVGTemplateResult {
  const { title, part, shown, alarm } = card;
  const top = box.y + HEAD;
  const state = shown === 0 ? 'open' : alarm && shown === 1 ? 'alarm' : '';
  return svg`<g class=${`injection-card ${state}`} data-part=${part}>
    <text class="title" x=${box.x} y=${box.y + 16} font-size="14">${title}</text>
    <rect x=${box.x} y=${top} width=${box.width} height=${box.height - HEAD} rx="7" />
    <g opacity=${shown}>${
      shown > 0
        ? allLines(card, box.width).map(
            ({ text, order }, i) => svg`<text class=${order ? 'role-gradient order' : ''}
              x=${box.x + PADDING} y=${top + PADDING + 13 + LINE * i} font-size="14">${text}</text>`,
          )
        : ''
    }</g>
  </g>`;
}
