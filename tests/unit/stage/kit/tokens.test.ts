import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../../../src/stage/kit/box';
import { messageBoxes } from '../../../../src/stage/kit/messages';
import { textWidth } from '../../../../src/stage/kit/text';
import { tokenBoxes, tokenRow } from '../../../../src/stage/kit/tokens';
import { shortened, typeFor, wrapped } from '../../../../src/stage/kit/wrap';
import { markup } from './markup';

const word = fc.stringMatching(/^[a-z]{1,30}$/);
const words = fc.array(word, { minLength: 1, maxLength: 40 });
const width = fc.integer({ min: 120, max: 900 });

const apart = (boxes: Parameters<typeof overlaps>[0][]): boolean =>
  boxes.every((a, i) => boxes.slice(i + 1).every((b) => !overlaps(a, b)));

describe('a text in lines', () => {
  test('keeps every letter in order, and no line runs over', () => {
    fc.assert(
      fc.property(words, width, (list, room) => {
        const lines = wrapped(list.join(' '), room, 16);
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
        for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(room);
        // A word is only broken where it is wider than a line.
        const fits = (text: string): boolean => textWidth(text, 16) <= room;
        if (list.every(fits)) expect(lines.join(' ')).toBe(list.join(' '));
        const whole = wrapped(list.join(' '), room, 16, 'whole');
        expect(whole.join(' ')).toBe(list.join(' '));
      }),
    );
  });

  test('is cut to a width, and dots say so', () => {
    expect(shortened('tools', 100, 16)).toBe('tools');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,60}$/), width, (text, room) => {
        const short = shortened(text, room, 16);
        expect(textWidth(short, 16)).toBeLessThanOrEqual(room);
        expect(short === text || short.endsWith('…')).toBe(true);
      }),
    );
  });

  test('is set smaller where it must, but never under 14', () => {
    expect(typeFor('tools', 400, 20)).toBe(20);
    const size = typeFor('Reciprocal rank fusion', 200, 20);
    expect(size).toBeLessThan(20);
    expect(textWidth('Reciprocal rank fusion', size)).toBeCloseTo(200);
    expect(typeFor('Reciprocal rank fusion', 50, 20)).toBe(14);
  });
});

describe('a row of tokens', () => {
  test('breaks into rows that stay inside and apart', () => {
    fc.assert(
      fc.property(words, width, fc.boolean(), (list, room, indices) => {
        const tokens = list.map((text) => ({ text }));
        const boxes = tokenBoxes({ tokens, x: 10, y: 20, width: room, indices });
        expect(apart(boxes)).toBe(true);
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(10);
          expect(box.x + box.width).toBeLessThanOrEqual(10 + room);
        }
      }),
    );
  });

  test('cuts a word only where it is wider than a row', () => {
    fc.assert(
      fc.property(
        words,
        width,
        fc.double({ min: 14, max: 24, noNaN: true }),
        (list, room, size) => {
          const row = { tokens: list.map((text) => ({ text })), x: 10, y: 20, width: room, size };
          const wide = list.some((text) => textWidth(text, size) > room - 20);
          expect(markup(tokenRow(row)).includes('…')).toBe(wide);
        },
      ),
    );
  });
});

describe('a list of messages', () => {
  const texts = ['What is the capital of France?', 'I should look it up.', 'Paris is the capital.'];

  test('stands one below the other, each as tall as its text', () => {
    const boxes = messageBoxes({
      messages: texts.map((text) => ({ speaker: 'model', text })),
      x: 0,
      y: 0,
      width: 200,
    });
    expect(apart(boxes)).toBe(true);
    const [long, short] = [boxes[0], boxes[1]].map(({ height }) => height);
    expect(long).toBeGreaterThan(short);
  });

  test('makes room for lines that reach over other lines', () => {
    const left = (causes: (number | undefined)[]): number =>
      messageBoxes({
        messages: causes.map((cause) => ({ speaker: 'tool', text: 'found', cause })),
        x: 0,
        y: 0,
        width: 300,
      })[0].x;
    expect(left([undefined, 0, 1])).toBe(left([undefined, undefined, undefined]));
    expect(left([undefined, 0, 0])).toBeGreaterThan(left([undefined, 0, 1]));
  });
});
