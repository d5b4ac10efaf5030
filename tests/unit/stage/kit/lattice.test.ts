import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAxis, stretches } from '../../../../src/stage/kit/cell-axis';
import { cellsBox, crossings } from '../../../../src/stage/kit/lattice';
import { leftOut } from '../../../../src/stage/kit/sliding-window';

describe('a row of cells', () => {
  test('is drawn whole where it has the room', () => {
    const axis = cellAxis(5, 8, 10);
    expect(axis.shown).toEqual([0, 1, 2, 3, 4]);
    expect(axis.hidden).toBe(0);
    expect([0, 2.5, 5].map(axis.at)).toEqual([0, 25, 50]);
  });

  test('shows both ends of a long one, and says how many it leaves out', () => {
    const axis = cellAxis(1024, 8, 10);
    expect(axis.shown).toEqual([0, 1, 2, 1021, 1022, 1023]);
    expect(axis.hidden).toBe(1018);
    expect(axis.length).toBe(80);
    expect([3, 1021, 1024].map(axis.at)).toEqual([30, 50, 80]);
  });

  test('never goes back, whatever is left out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 6, max: 60 }),
        (count, most) => {
          const axis = cellAxis(count, most, 7);
          const edges = Array.from({ length: count + 1 }, (_, i) => axis.at(i));
          expect(edges).toEqual(edges.toSorted((a, b) => a - b));
          expect(edges.at(-1)).toBeCloseTo(axis.length);
          expect(axis.shown.length + axis.hidden).toBe(count);
        },
      ),
    );
  });
});

describe('a square of cells', () => {
  const square = { x: 100, y: 200, axis: cellAxis(6, 6, 10) };

  test('joins cells that touch', () => {
    expect(stretches([0, 1, 2, 5, 7, 8])).toEqual([
      [0, 3],
      [5, 6],
      [7, 9],
    ]);
    expect(crossings(square, [0, 1], [2, 3, 4])).toBe('M120 200h30v20h-30z');
    expect(crossings(square, [0, 2]).match(/M/g)).toHaveLength(4);
  });

  test('has a box for any of its windows', () => {
    expect(cellsBox(square, 1, 2, 3)).toEqual({ x: 120, y: 210, width: 30, height: 30 });
  });
});

describe('a window that slides', () => {
  const window = (stride: number, offsets: number[], positions: number) => ({
    positions,
    stride,
    span: Math.max(...offsets) + 1,
    taps: (i: number) => offsets.map((offset) => i * stride + offset),
  });

  test('leaves out what it has no step for, and what lies in its holes', () => {
    expect(leftOut(window(2, [0, 1, 2], 2), 6)).toEqual([5]);
    expect(leftOut(window(2, [0, 2], 3), 7)).toEqual([1, 3, 5]);
    expect(leftOut(window(1, [0, 2], 4), 6)).toEqual([]);
  });
});
