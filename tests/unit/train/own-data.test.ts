import { describe, expect, test } from 'vitest';
import { readPoints } from '../../../src/train/csv';
import { layersOf, networkJson, pyTorch } from '../../../src/train/export';
import { painted } from '../../../src/train/painting';
import { defaults } from '../../../src/train/settings';

describe('a pasted table', () => {
  test('is read with or without a header, whatever splits it', () => {
    const points = [
      [0.5, -1.2, 1],
      [1, 2, -1],
    ];
    for (const text of [
      'x,y,class\n0.5,-1.2,1\n1,2,-1\n',
      '0.5; -1.2; 1\n\n1; 2; -1',
      '0.5\t−1.2\t1\r\n1\t2\t−1',
    ]) {
      expect(readPoints(text)).toEqual({ points, notes: [] });
    }
  });

  test('may name its classes, and says which is which', () => {
    const { points, notes } = readPoints('1,1,cat\n2,2,dog');
    expect(points.map(([, , label]) => label)).toEqual([-1, 1]);
    expect(notes).toEqual(['Class +1 is “dog”, class −1 “cat”.']);
    expect(readPoints('1,1,0\n2,2,1').points.map(([, , label]) => label)).toEqual([-1, 1]);
  });

  test('is scaled where it would lie beside the plane, and says so', () => {
    const { points, notes } = readPoints('0,1,1\n50,1,-1\n100,2,1');
    expect(points.map(([x]) => x)).toEqual([-2.7, 0, 2.7]);
    expect(points.map(([, y]) => y)).toEqual([1, 1, 2]);
    expect(notes).toEqual(['The first column was scaled from 0 … 100 to the plane.']);
  });

  test.each([
    ['1,2', 'line 1 has 2 entries'],
    ['1,2,1\n1,zwei,1', 'in line 2, “zwei” is not a number'],
    ['1,2,1\n\n1,2,', 'line 3 has no class'],
    ['1,2,1\n2,2,1', 'has 1 classes'],
    ['1,2,a\n2,2,b\n3,3,c', 'has 3 classes'],
    ['', 'two points at least'],
  ])('%j is refused in the reader’s words', (text, message) => {
    expect(() => readPoints(text)).toThrow(message);
  });
});

test('points are painted once at a place, and erased near it', () => {
  const one = painted([], 'positive', [1, 1]);
  expect(one).toEqual([[1, 1, 1]]);
  expect(painted(one, 'negative', [1.05, 1])).toEqual(one);
  expect(painted(one, 'negative', [0, 1])).toEqual([...one, [0, 1, -1]]);
  expect(painted(one, 'erase', [1.1, 1.1])).toEqual([]);
  expect(painted(one, 'move', [1, 1])).toBe(one);
});

describe('export', () => {
  const settings = { ...defaults, hidden: [2] };
  const weights = [Float32Array.of(1, 2, 3, 4, 5, 6), Float32Array.of(7, 8, 9)];

  test('turns the weights as PyTorch holds them, outputs × inputs', () => {
    expect(layersOf(settings, weights)).toEqual([
      {
        weight: [
          [1, 3],
          [2, 4],
        ],
        bias: [5, 6],
      },
      { weight: [[7, 8]], bias: [9] },
    ]);
    expect(JSON.parse(networkJson(settings, weights, 3))).toMatchObject({
      step: 3,
      output: 'tanh',
    });
  });

  test('writes the network as code', () => {
    const code = pyTorch(settings, weights, { place: [1, 0.5], output: 0.25 });
    expect(code).toContain('nn.Linear(2, 2), nn.Tanh(),\n    nn.Linear(2, 1), nn.Tanh(),');
    expect(code).toContain('([[1.0, 3.0], [2.0, 4.0]], [5.0, 6.0]),');
    expect(code).toContain('torch.stack([x1, x2], dim=-1)');
    expect(code).toContain('# 0.250');
  });
});
