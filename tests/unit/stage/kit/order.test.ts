import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionAfter, positionByKey } from '../../../../src/stage/kit/movable';
import { inView, LEFT_OUT, moved, positionsBetween } from '../../../../src/stage/kit/order';

describe('an item of a list', () => {
  test('moves up or down, and those between close up', () => {
    expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  });

  test('moves back to where it was', () => {
    const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(11), fc.nat(11), (items, a, b) => {
        const [from, to] = [a % items.length, b % items.length];
        expect(moved(moved(items, from, to), to, from)).toEqual(items);
      }),
    );
  });

  test('is dragged to the nearest position, and no further than the ends', () => {
    const second = { position: 1, count: 5 };
    expect(positionAfter(second, 15, 40)).toBe(1);
    expect(positionAfter(second, 25, 40)).toBe(2);
    expect(positionAfter(second, -400, 40)).toBe(0);
    expect(positionAfter(second, 400, 40)).toBe(4);
  });

  test('is moved by the keys of a list, and by no other', () => {
    const last = { position: 4, count: 5 };
    expect(positionByKey(last, 'ArrowUp')).toBe(3);
    expect(positionByKey(last, 'ArrowDown')).toBe(4);
    expect(positionByKey(last, 'Home')).toBe(0);
    expect(positionByKey({ position: 0, count: 5 }, 'End')).toBe(4);
    expect(positionByKey(last, 'ArrowRight')).toBeUndefined();
  });
});

describe('between two orders', () => {
  const [before, after] = [
    ['a', 'b', 'c'],
    ['c', 'b', 'a', 'd'],
  ];

  test('every item is on its way from its one position to the other', () => {
    expect([...positionsBetween(before, after, 0)]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ]);
    expect(positionsBetween(before, after, 0.25).get('a')).toBe(0.5);
    expect(positionsBetween(before, after, 1).get('c')).toBe(0);
  });

  test('an item that only one order has keeps its position there', () => {
    expect(positionsBetween(before, after, 0.5).get('d')).toBe(3);
    expect(positionsBetween(after, before, 0.5).get('d')).toBe(3);
  });
});

describe('a list with fewer rows than items', () => {
  const list = ['a', 'b', 'c', 'd', 'e', 'f'];

  test('shows the first, and keeps one in view behind what is left out', () => {
    expect(inView(list, 4)).toEqual(['a', 'b', 'c', 'd']);
    expect(inView(list, 4, 'd')).toEqual(['a', 'b', 'c', 'd']);
    expect(inView(list, 4, 'e')).toEqual(['a', 'b', LEFT_OUT, 'e']);
    expect(inView(list, 9, 'f')).toEqual(list);
  });
});
