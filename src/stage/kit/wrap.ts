import { textWidth } from './text';

/**
 * A text in lines no wider than `width` in type of this size. A word that is wider than a line is
 * broken, unless words are to stay whole: then it runs over.
 */
export function wrapped(
  text: string,
  width: number,
  size: number,
  words: 'broken' | 'whole' = 'broken',
): string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = text
    .split(/\s+/)
    .flatMap((word) => (words === 'whole' ? [word] : brokenWord(word, width, size)));
  for (const piece of pieces) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = piece;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A word in pieces that fit a line, each as long as it can be. */
function brokenWord(word: string, width: number, size: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** A text that is no wider than `width`: what does not fit is left out, and dots say so. */
export function shortened(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const [start] = brokenWord(text, width - textWidth('…', size), size);
  return `${start.trimEnd()}…`;
}

/** The largest type, from `largest` down to 14, in which a label is no wider than `width`. */
export function typeFor(label: string, width: number, largest: number): number {
  return Math.max(14, Math.min(largest, (largest * width) / textWidth(label, largest)));
}
