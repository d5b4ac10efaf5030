import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Box } from './box';

/** What a line of type needs. */
const ROOMY = 15;
/** Words are cut to so many characters. */
const LONGEST = 8;
/** How wide a character of a word is. */
const ADVANCE = 8.4;
const GAP = 6;
/** Room beside an axis for any words, and for characters alone. */
export const WORDS_ALONG = 74;
const CHARACTERS = 22;

const WORD = /[^ \n]+/g;

/** Whether a text has room for each of its characters along an axis. */
const hasRoom = (text: string, length: number): boolean => length / text.length >= ROOMY;

/** Room for a text beside an axis of this length. */
export function roomAlong(text: string, length: number): number {
  if (hasRoom(text, length)) return CHARACTERS;
  const longest = Math.max(0, ...Array.from(text.matchAll(WORD), ([word]) => word.length));
  return Math.max(CHARACTERS, Math.ceil(ADVANCE * Math.min(LONGEST, longest)) + 2 * GAP);
}

/**
 * A text along the left and the lower side of a square, a position for each of its characters: its
 * characters or, where those have no room, its words.
 */
export function writtenAlong(text: string, { x, y, width, height }: Box): SVGTemplateResult {
  const pitch = width / text.length;
  const single = hasRoom(text, width);
  let free = 0;
  return svg`<g class="written">${[...text.matchAll(single ? /[^]/g : WORD)].map(
    ({ 0: piece, index }) => {
      const middle = (index + 0.5) * pitch;
      if (middle < free) return nothing;
      free = middle + ROOMY;
      const said = piece.length > LONGEST ? `${piece.slice(0, LONGEST - 1)}…` : piece;
      return svg`
        <text x=${x - GAP} y=${y + middle + 5} text-anchor="end">${said}</text>
        ${
          single
            ? svg`<text x=${x + middle} y=${y + height + 17} text-anchor="middle">${said}</text>`
            : svg`<text transform=${`translate(${x + middle + 5} ${y + height + GAP}) rotate(-90)`}
                text-anchor="end">${said}</text>`
        }`;
    },
  )}</g>`;
}
