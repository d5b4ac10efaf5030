import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  PROSE_SIZE,
  decodeProse,
  encodeProse,
  inProse,
  readProse,
  sayReplaced,
} from '../../../src/math/prose';
import { root } from '../../../tools/ensure.mjs';

const text = readFileSync(`${root}public/prose/northanger-abbey.txt`, 'utf8');
const { training, heldOut } = readProse(text);

test('the shipped text is the one its note describes', () => {
  const sources = readFileSync(`${root}public/prose/SOURCES.md`, 'utf8');
  expect(sources).toContain(createHash('sha256').update(text).digest('hex'));
  expect(sources).toContain(`${text.length.toLocaleString('en')} characters`);
  expect(sources).toContain(`first ${training.length.toLocaleString('en')} characters`);
  expect(sources).toContain(`last ${heldOut.length.toLocaleString('en')} are held out`);
});

test('the alphabet is what the text is written in, no more and no less', () => {
  expect(PROSE_SIZE).toBe(62);
  expect(new Set(text).size).toBe(PROSE_SIZE);
  expect(new Set(training)).toEqual(new Set(Array(PROSE_SIZE).keys()));
});

test('the end of the text is held out, and nothing is lost', () => {
  expect(decodeProse(training) + decodeProse(heldOut)).toBe(text);
  expect(decodeProse(training)).toMatch(
    /^No one who had ever seen Catherine Morland in her infancy/,
  );
  expect(decodeProse(heldOut)).toMatch(/reward filial disobedience\.\n$/);
});

test('a paragraph is a line', () => {
  expect(text).not.toMatch(/^ | $| {2}|\n\n|CHAPTER|\*/m);
  expect(text.split('\n').length).toBe(1025);
});

test.each([
  ['“Café”—a naïve ‘idea’…', '"Cafe"--a naive \'idea\'...'],
  ['Zoë and Xerxes: Quiet!', 'zoe and xerxes: quiet!'],
  ['one\r\ntwo\tthree', 'one\ntwo three'],
  ['at 9 €, 日本 🙂.', 'at    ,     .'],
  ['co\u00adop\u200b', 'coop'],
  ['ﬁne ½', 'fine    '],
])('a reader may write %s', (written, read) => {
  expect(inProse(written)).toBe(read);
  expect(decodeProse(encodeProse(written))).toBe(read);
});

test('what is read as something else is said, once each', () => {
  expect(sayReplaced('Plain, as it "is".')).toBeUndefined();
  expect(sayReplaced('Qué 7 · 7')).toBe(
    'In the 62 characters of the novel: Q as q, é as e, 7 as a space, · as a space.',
  );
  expect(sayReplaced('12345678')).toMatch(/6 as a space and 2 more\.$/);
  expect(sayReplaced('co\u00adop\u200b')).toMatch(/: accents and invisible signs not at all\.$/);
});

test('whatever a reader writes can be read, and what is read stays the same', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (codes) => {
      const written = String.fromCodePoint(...codes);
      const read = inProse(written);
      expect(decodeProse(encodeProse(written))).toBe(read);
      expect(inProse(read)).toBe(read);
    }),
  );
});

test('another text is refused', () => {
  expect(() => readProse('')).toThrow('is empty');
  expect(() => readProse('<!doctype html>')).toThrow('other characters');
});
