import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Box } from './box';
import { NORMAL, SMALL } from './text';
import { wrapped } from './wrap';

/** A text to be set in lines, one character as wide as another. */
export interface Written {
  readonly text: string;
  /** The upper left corner, and where lines break at the latest. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** What is to be said of it, below its lines. */
  readonly note?: string;
}

/** The same text with every character in its place. */
export interface WrittenLines {
  readonly height: number;
  /** Which character lies at a position of the picture. */
  at(point: { readonly x: number; readonly y: number }): number | undefined;
  /** The lines and the note, each character on its own fill; one of them may be outlined. */
  draw(fillOf: (at: number) => string, outlined?: number): SVGTemplateResult;
}

/** Of JetBrains Mono. */
const ADVANCE = 0.6;
const PITCH = 1.4;
const NOTE_LINE = 19;
/** Room from which type is larger, and a narrow picture's is the smallest. */
const WIDE = 600;

/** Lines break between words; a word longer than a line, anywhere. */
export function writtenLines({ text, x, y, width, note }: Written): WrittenLines {
  const size = width < WIDE ? SMALL : NORMAL;
  const [across, down] = [ADVANCE * size, PITCH * size];
  const places = placesOf(text, Math.max(2, Math.floor(width / across)));
  const boxes = places.map(({ line, column }): Box => ({
    x: x + column * across,
    y: y + line * down,
    width: across,
    height: down,
  }));
  const at = ({ x: px, y: py }: { readonly x: number; readonly y: number }): number | undefined => {
    const found = boxes.findIndex(
      (box) => px >= box.x && px < box.x + box.width && py >= box.y && py < box.y + box.height,
    );
    return found < 0 ? undefined : found;
  };
  const foot = y + down * (1 + (places.at(-1)?.line ?? -1));
  const notes = note === undefined ? [] : wrapped(note, width, SMALL);
  const draw = (fillOf: (at: number) => string, outlined?: number): SVGTemplateResult => svg`
    <g class="written" font-size=${size}>
      ${boxes.map(
        (box, i) => svg`<rect x=${box.x} y=${box.y} width=${box.width} height=${box.height - 1}
          style="fill: ${fillOf(i)}" />`,
      )}
      ${linesOf(places).map(
        (line) => svg`<text x=${line.map((i) => boxes[i].x).join(' ')}
          y=${boxes[line[0]].y + 0.72 * down}>${line.map((i) => seen(text[i])).join('')}</text>`,
      )}
      ${outlined === undefined ? nothing : outline(boxes[outlined])}
    </g>
    ${notes.map(
      (line, i) => svg`<text class="explanation" font-size=${SMALL} x=${x}
        y=${foot + (i + 0.9) * NOTE_LINE}>${line}</text>`,
    )}`;
  return { height: foot - y + notes.length * NOTE_LINE, at, draw };
}

/** Around a character; at the edge of the stage, where more would be cut off, as far as the edge. */
function outline({ x, y, width, height }: Box): SVGTemplateResult {
  const [left, top] = [Math.max(1, x - 1), Math.max(1, y - 1)];
  return svg`<rect class="outlined" x=${left} y=${top} width=${x + width + 1 - left}
    height=${y + height - top} rx="2" />`;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The last column is for spaces alone, so that a line never begins with one. */
function placesOf(text: string, columns: number): Place[] {
  const places: Place[] = [];
  let [line, column] = [0, 0];
  for (const piece of text.match(/[^ \n]+|[^]/g) ?? []) {
    const last = piece === ' ' || piece === '\n' ? columns : columns - 1;
    if (column > 0 && column + piece.length > last) [line, column] = [line + 1, 0];
    for (const _ of piece) {
      if (column === last) [line, column] = [line + 1, 0];
      places.push({ line, column });
      column += 1;
    }
    if (piece === '\n') [line, column] = [line + 1, 0];
  }
  return places;
}

/** The characters of each line, by their numbers. */
function linesOf(places: readonly Place[]): number[][] {
  const lines: number[][] = [];
  places.forEach(({ line }, i) => (lines[line] ??= []).push(i));
  return lines;
}

/** A space that SVG does not collapse; the end of a line as a sign. */
const seen = (character: string): string =>
  character === '\n' ? '¶' : character === ' ' ? '\u00a0' : character;
