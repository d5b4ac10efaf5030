import { describe, expect, it } from 'vitest';
import { cellByKey, nextColour, withCells } from '../../../../src/stage/kit/painting';
import { stroke } from '../../../../src/stage/kit/stroke';

describe('a stroke', () => {
  it('leaves no gaps, whatever its direction', () => {
    expect(stroke([0, 0], [0, 3])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    expect(stroke([3, 3], [0, 1])).toEqual([
      [2, 2],
      [1, 2],
      [0, 1],
    ]);
    expect(stroke([1, 2], [1, 2])).toEqual([]);
  });
});

it('goes through the colours, and begins anew with a number that is none', () => {
  const colours = [0, 1, -Infinity].map((value) => ({ value, says: String(value) }));
  expect([0, 1, -Infinity, 7].map((value) => nextColour(colours, value))).toEqual([
    1,
    -Infinity,
    0,
    0,
  ]);
});

it('paints the cells it is told and no other', () => {
  const before = [
    [0, 0],
    [0, 0],
  ];
  expect(withCells(before, [[1, 0]], -Infinity)).toEqual([
    [0, 0],
    [-Infinity, 0],
  ]);
  expect(before).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

it.each([
  ['ArrowRight', [1, 2]],
  ['ArrowLeft', [1, 0]],
  ['ArrowUp', [0, 1]],
  ['ArrowDown', [2, 1]],
  ['Home', [1, 0]],
  ['End', [1, 2]],
  ['a', undefined],
])('%s leads from (1, 1) of 3 × 3 to %j', (key, to) => {
  expect(cellByKey([1, 1], key, [3, 3])).toEqual(to);
});

it('keeps within the grid', () => {
  expect(cellByKey([0, 0], 'ArrowUp', [2, 2])).toEqual([0, 0]);
  expect(cellByKey([1, 1], 'ArrowRight', [2, 2])).toEqual([1, 1]);
});
