import {
  boxBetween,
  eased,
  nothing,
  svg,
  textWidth,
  wrapped,
  type Box,
  type Role,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Entry } from './messages';
import type { Change } from './model';
import './row.css';

interface Row {
  readonly entry: Entry;
  readonly part: string;
  /** What became of it; said by a sign before it. */
  readonly kind?: Change['kind'];
}

const SIGNS: Readonly<Record<Change['kind'], string>> = {
  kept: '',
  added: '+',
  replaced: '~',
  removed: '−',
};

const SPEAKERS: Readonly<Record<Entry['speaker'], { role: Role; name: string }>> = {
  human: { role: 'input', name: 'human' },
  ai: { role: 'activation', name: 'AI' },
  remove: { role: 'gradient', name: 'remove' },
};

const SIZE = 14;
const LINE = 19;
const PADDING = 9;

/** A box on its way from one to another. */
export const moving = (from: Box, to: Box, fraction: number): Box =>
  boxBetween(from, to, eased(fraction));

/** A message: its id and who speaks, and below them, where there is room, what is said. */
export function row(box: Box, { entry, part, kind = 'kept' }: Row): SVGTemplateResult {
  const { id, speaker } = entry;
  const { role, name } = SPEAKERS[speaker];
  const sign = SIGNS[kind];
  const left = box.x + PADDING + (sign === '' ? 0 : 15);
  const words = left + textWidth(id, SIZE) + 8;
  const right = box.x + box.width - PADDING;
  const said = wrapped(speaker === 'remove' ? 'RemoveMessage' : entry.text, right - left, SIZE);
  const tall = LINE * (said.length + 1) + 4 <= box.height;
  const first = box.y + box.height / 2 - (tall ? (LINE * said.length) / 2 : 0);
  // In one line, what is said takes the place of who says it, if it can.
  const [line] = [said.length === 1 && !tall ? said[0] : name, name, ''].filter(
    (each) => textWidth(each, SIZE) <= right - words,
  );
  return svg`<g class=${`state-row ${kind}`} data-part=${part}>
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="6" />
    <text class="diff" x=${box.x + PADDING} y=${first} font-size=${SIZE}>${sign}</text>
    <text class=${`id role-${role}`} x=${left} y=${first} font-size=${SIZE}>${id}</text>
    <text class=${tall ? 'speaker' : nothing} x=${words} y=${first} font-size=${SIZE}>${line}</text>
    ${
      tall
        ? said.map(
            (text, i) =>
              svg`<text x=${left} y=${first + LINE * (i + 1)} font-size=${SIZE}>${text}</text>`,
          )
        : nothing
    }
  </g>`;
}

/** Where a message will stand. */
export const slot = ({ x, y, width, height }: Box): SVGTemplateResult =>
  svg`<rect class="state-slot" x=${x} y=${y} width=${width} height=${height} rx="6" />`;
