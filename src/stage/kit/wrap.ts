import { textWidth } from './text';

/** A text in lines no wider than `width` in type of this size; only a longer word runs over. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** The largest type, from `largest` down to 14, in which a label is no wider than `width`. */
export function typeFor(label: string, width: number, largest: number): number {
  return Math.max(14, Math.min(largest, (largest * width) / textWidth(label, largest)));
}
