import { textWidth } from './text';

/** The beginning of a line, with three dots after it, no wider than `width` in type of this size. */
export function cutOff(line: string, width: number, size: number): string {
  const dotted = `${line.trimEnd()}…`;
  return line === '' || textWidth(dotted, size) <= width
    ? dotted
    : cutOff(line.slice(0, -1), width, size);
}

/** The whole line where there is room for it, else its beginning. */
export const fitted = (line: string, width: number, size: number): string =>
  textWidth(line, size) <= width ? line : cutOff(line, width, size);
