import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, overlaps } from '../../../../src/stage/kit/box';
import {
  along,
  beside,
  corners,
  dotsToAvoid,
  lineToAvoid,
  placed,
} from '../../../../src/stage/kit/labels';

const within = { x: 0, y: 0, width: 500, height: 300 };
const position = fc.tuple(
  fc.double({ min: -50, max: 550, noNaN: true }),
  fc.double({ min: -50, max: 350, noNaN: true }),
);

test('labels keep out of each other’s way, off points and inside; what finds no room is left out', () => {
  fc.assert(
    fc.property(fc.array(position, { maxLength: 40 }), (points) => {
      const avoid = dotsToAvoid(points);
      const labels = points.map(([x, y], i) => ({
        text: `$w_{${i}}$ = 0.123`,
        spots: beside(x, y),
      }));
      const done = placed(labels, within, avoid);
      const boxes = done.map(({ box }) => box);
      expect(boxes.every((box) => contains(within, box))).toBe(true);
      expect(boxes.some((box) => avoid.some((other) => overlaps(box, other)))).toBe(false);
      expect(boxes.some((a, i) => boxes.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('a label in the clear takes its first place', () => {
  const [first] = beside(200, 100);
  expect(placed([{ text: 'a', spots: beside(200, 100) }], within)[0].spot).toEqual(first);
});

test('a label that is needed stands in the least bad place', () => {
  const full = [within];
  const label = { text: 'lost when added to 1', spots: along(0, 500, 150) };
  expect(placed([label], within, full)).toEqual([]);
  expect(placed([{ ...label, needed: true }], within, full)).toHaveLength(1);
});

test('a label says less where there is no room for all of it', () => {
  const narrow = { x: 0, y: 0, width: 40, height: 60 };
  const label = { text: '$w_1$ = 0.600', shorter: '$w_1$', spots: beside(4, 30, 'right', 4) };
  expect(placed([label], narrow).map(({ text }) => text)).toEqual(['$w_1$']);
  expect(placed([label], within).map(({ text }) => text)).toEqual(['$w_1$ = 0.600']);
});

test('a label keeps off a line', () => {
  const falling = lineToAvoid([
    [0, 0],
    [500, 300],
  ]);
  const [{ box }] = placed([{ text: 'slope', spots: corners(within) }], within, falling);
  expect(falling.some((other) => overlaps(box, other))).toBe(false);
});
