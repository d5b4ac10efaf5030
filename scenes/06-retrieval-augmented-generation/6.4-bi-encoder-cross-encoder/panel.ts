import {
  nothing,
  show,
  significant,
  svg,
  svgText,
  type Box,
  type Role,
  type SVGTemplateResult,
} from '../../../src/author';
import './view.css';

/** One way to search, at work. */
export interface Panel {
  readonly title: string;
  readonly says: string;
  readonly part: string;
  readonly role: Role;
  /** What share of the documents has a vector, and what share has been read with the question. */
  readonly stored: number;
  readonly read: number;
  /** How far the question has come, from its place to the documents. */
  readonly asked: number;
  /** Passes so far. */
  readonly count: number;
  readonly seen: boolean;
  readonly note: string;
  readonly notePart?: string;
}

/** A hundred dots stand for all documents. */
const SIDE = 10;
const HEAD = 46;
const FOOT = 64;
/** Left of the dots, for the question, and right of them. */
const ASIDE = 78;
const LARGEST = 240;

/** The side of the dots in a room. */
const sizeIn = ({ width, height }: Pick<Box, 'width' | 'height'>): number =>
  Math.min(width - ASIDE, height - HEAD - FOOT, LARGEST);

/** How high a panel is that may be so large. */
export const heightIn = (room: Pick<Box, 'width' | 'height'>): number => HEAD + sizeIn(room) + FOOT;

/** A count as it is read; past a million millions by its first digits. */
export const whole = (x: number): string =>
  x < 1e12 ? Math.round(x).toLocaleString('en') : show(x, significant(3));

export function panel(of: Panel, box: Box): SVGTemplateResult {
  const { x, y, width } = box;
  const size = sizeIn(box);
  const pitch = size / SIDE;
  const [left, top] = [x + 58 + (width - ASIDE - size) / 2, y + HEAD];
  const r = 0.36 * pitch;
  const lit = (i: number): boolean => of.read > 0 && i < Math.max(1, of.read * SIDE * SIDE);
  const query = left - 40 + Math.min(1, 2 * of.asked) * 18;
  return svg`
    <rect class="way" x=${x} y=${y} width=${width} height=${heightIn(box)} rx="12" />
    <text class="block-name" x=${x + width / 2} y=${y + 20} font-size="17">${of.title}</text>
    <text class="block-says" x=${x + width / 2} y=${y + 38} font-size="14">${of.seen ? of.says : ''}</text>
    <g data-part=${of.notePart ?? nothing}>${Array.from({ length: SIDE * SIDE }, (_, i) => {
      const has = i < of.stored * SIDE * SIDE;
      const kind = lit(i) ? `read role-${of.role}` : has ? 'stored role-value' : '';
      return svg`<circle class=${`document ${kind}`} r=${r}
        cx=${left + ((i % SIDE) + 0.5) * pitch} cy=${top + (Math.floor(i / SIDE) + 0.5) * pitch} />`;
    })}</g>
    <g class="role-input" data-part="queries">
      <circle class="question" cx=${query} cy=${top + size / 2} r="13" />
      <text class="asks" x=${query} y=${top + size / 2} font-size="16">?</text>
    </g>
    <text class=${`passes role-${of.role}`} data-part=${of.part} x=${x + width / 2} y=${top + size + 30}
      font-size="24">${of.seen ? whole(of.count) : ''}</text>
    <text class="block-says" x=${x + width / 2} y=${top + size + 52} font-size="14">${svgText(of.note)}</text>`;
}
