import { expect, test } from 'vitest';
import { writtenLines } from '../../../../src/stage/kit/written';

/** Ten characters of 8.4 units in a line, the last for spaces alone. */
const written = (text: string, note?: string) =>
  writtenLines({ text, x: 5, y: 7, width: 86, note });
const LINE = 1.4 * 14;

/** The line and the column of each character, asked of what lies there. */
function placesIn(text: string): string[] {
  const { at, height } = written(text);
  const lines = Array.from({ length: Math.round(height / LINE) }, () => '');
  for (let line = 0; line < lines.length; line += 1) {
    for (let column = 0; column < 10; column += 1) {
      const i = at({ x: 5 + (column + 0.5) * 8.4, y: 7 + (line + 0.5) * LINE });
      if (i !== undefined) lines[line] += text[i];
    }
  }
  return lines;
}

test('lines break between words, and none begins with a space', () => {
  expect(placesIn('one little word')).toEqual(['one ', 'little ', 'word']);
  expect(placesIn('abcdefghi jkl')).toEqual(['abcdefghi ', 'jkl']);
});

test('a word longer than a line breaks anywhere, and the end of a line is kept', () => {
  expect(placesIn('abcdefghijklm')).toEqual(['abcdefghi', 'jklm']);
  expect(placesIn('a\nb')).toEqual(['a\n', 'b']);
});

test('beside the text there is nothing; a note needs more room', () => {
  expect(written('ab').at({ x: 4, y: 8 })).toBeUndefined();
  expect(written('ab').at({ x: 30, y: 8 })).toBeUndefined();
  expect(written('ab', 'read otherwise').height).toBeGreaterThan(written('ab').height);
});
