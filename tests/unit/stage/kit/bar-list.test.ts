import { expect, test } from 'vitest';
import { barList, type BarListEntry } from '../../../../src/stage/kit/bar-list';
import { textWidth } from '../../../../src/stage/kit/text';
import { markup } from './markup';

const box = { x: 12, y: 0, width: 300, height: 150 };
const entry = (text: string, share: number): BarListEntry => ({ text, share, says: '0.50' });

/** Every attribute of this name in all elements of this kind, as numbers. */
const read = (entries: readonly BarListEntry[], element: string, attribute: string): number[] =>
  [
    ...markup(barList('title', entries, box)).matchAll(
      new RegExp(`<${element}[^>]* ${attribute}=([-\\d.]+)`, 'g'),
    ),
  ].map(([, value]) => Number(value));

test('bars begin behind the widest name, and are as long as their shares', () => {
  const names = ['dog', 'wolf'];
  const [first, second] = read(
    names.map((name, i) => entry(name, 1 - i / 2)),
    'rect',
    'x',
  );
  expect(first).toBe(second);
  expect(first - box.x).toBeGreaterThan(Math.max(...names.map((name) => textWidth(name, 14))));
  const [whole, half] = read([entry('dog', 1), entry('wolf', 0.5)], 'rect', 'width');
  expect(half).toBeCloseTo(whole / 2);
  expect(first + whole + textWidth('0.50', 14)).toBeLessThan(box.x + box.width);
});

test('names wider than half of the room stand above their bars, which begin at the left', () => {
  const names = ['MaxSim with every one of the documents', 'dot products'];
  const long = names.map((name) => entry(name, 1));
  expect(read(long, 'rect', 'x')).toEqual([box.x, box.x]);
  const [, name, , next] = read(long, 'text', 'y');
  const [bar] = read(long, 'rect', 'y');
  expect(name).toBeLessThan(bar);
  expect(next).toBeGreaterThan(bar + read(long, 'rect', 'height')[0]);
});

test.each([
  ['dog', 6],
  ['MaxSim with every one of the documents', 2],
])('of more than there is room for the first are shown: %s', (name, count) => {
  const many = Array.from({ length: 40 }, () => entry(name, 1));
  const tops = read(many, 'rect', 'y');
  expect(tops).toHaveLength(count);
  expect(tops[count - 1] + read(many, 'rect', 'height')[0]).toBeLessThan(box.height);
});

test('a list of nothing is its title', () => {
  expect(read([], 'rect', 'x')).toEqual([]);
  expect(read([], 'text', 'x')).toEqual([box.x]);
});
