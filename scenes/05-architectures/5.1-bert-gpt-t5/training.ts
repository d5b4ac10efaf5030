import { svg, textWidth, type SVGTemplateResult } from '../../../src/author';
import { MASK, type Training } from './model';

const SIZE = 15;
const LINE = 21;
const LEAD = 20;
const SPACE = 7;

export interface Drawn {
  readonly height: number;
  readonly content: SVGTemplateResult;
}

/** A word of a text, and what it is there. */
interface Word {
  readonly text: string;
  readonly kind?: 'gap' | 'target' | 'arrow';
}

interface Text {
  readonly lead: string;
  readonly words: readonly Word[];
}

/** What is read, with an arrow to what is to be predicted there; and what a decoder has to write. */
function textsOf({ read, written }: Training): Text[] {
  const goesOn = read.every(({ input }, i) => i === 0 || read[i - 1].target === input);
  const words = read.flatMap(({ input, target }): Word[] => {
    const word: Word = { text: input, kind: isGap(input) ? 'gap' : undefined };
    if (target === undefined) return [word];
    const arrow: Word = { text: '→', kind: 'arrow' };
    // Where each word is the target of the one before, it is written once.
    return goesOn ? [word, arrow] : [word, arrow, { text: target, kind: 'target' }];
  });
  if (!written) return [{ lead: goesOn ? 'predicts the next' : 'reads → predicts', words }];
  return [
    { lead: 'encoder reads', words },
    {
      lead: 'decoder writes',
      words: written.map(({ target = '' }) => ({
        text: target,
        kind: isGap(target) ? 'gap' : 'target',
      })),
    },
  ];
}

const isGap = (text: string): boolean => text === MASK || /^<[XYZ]>$/.test(text);

/** The pairs that an objective makes of the sentence, in a column of this width. */
export function drawnTraining(
  training: Training,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  warning?: string,
): Drawn {
  let top = y;
  const content = textsOf(training).map(({ lead, words }) => {
    const placed = flow(words, width);
    const start = top + LEAD;
    top = start + (placed[placed.length - 1].line + 1) * LINE + 4;
    return svg`<text class="lead" x=${x} y=${start - LEAD / 2} font-size="14">${lead}</text>
      ${placed.map(
        ({ word, left, line }) =>
          svg`<text class=${word.kind ?? 'plain'} x=${x + left} y=${start + (line + 0.5) * LINE}
            font-size=${SIZE}>${word.text}</text>`,
      )}`;
  });
  const warned = warning
    ? svg`<text class="leaks" x=${x} y=${top + LINE / 2} font-size="14">${warning}</text>`
    : undefined;
  return {
    height: top - y + (warning ? LINE : 0),
    content: svg`<g class="pairs-training">${content}${warned}</g>`,
  };
}

interface Placed {
  readonly word: Word;
  readonly left: number;
  readonly line: number;
}

/** Words in reading order, in lines no wider than this. */
function flow(words: readonly Word[], width: number): Placed[] {
  let [left, line] = [0, 0];
  return words.map((word) => {
    const wide = textWidth(word.text, SIZE);
    if (left > 0 && left + wide > width) [left, line] = [0, line + 1];
    const placed = { word, left, line };
    left += wide + SPACE;
    return placed;
  });
}
