import { describe, expect, test } from 'vitest';
import { directionFrom } from '../../../scenes/02-convolutional-networks/2.5-why-residual-connections-help/directions';
import { scale } from '../../../scenes/02-convolutional-networks/2.5-why-residual-connections-help/scale';
import { valleysOf } from '../../../scenes/02-convolutional-networks/2.5-why-residual-connections-help/valleys';
import { BLOCKS, deepShapes, WIDTH } from '../../../src/learn/deep-network';
import { sizeOf } from '../../../src/learn/tape';
import { Random } from '../../../src/math/random';

describe('valleys', () => {
  // prettier-ignore
  const two = [
    9, 9, 9, 9, 9,
    9, 1, 6, 3, 9,
    9, 9, 9, 9, 9,
    9, 9, 7, 9, 9,
    9, 9, 9, 9, 9,
  ];

  test('are as deep as the climb to a lower one, the lowest as the grid is high', () => {
    expect(valleysOf(two, 5)).toEqual([
      { place: 8, depth: 3 },
      { place: 17, depth: 2 },
      { place: 6, depth: 8 },
    ]);
  });

  test('that are lowest at the edge are left out', () => {
    const slope = Array.from({ length: 16 }, (_, i) => i % 4);
    expect(valleysOf(slope, 4)).toEqual([]);
  });

  test('there is none on a plain', () => {
    expect(valleysOf(new Float32Array(25), 5)).toEqual([]);
  });
});

test('a direction is as long as the weights of each unit, and moves no bias', () => {
  const random = new Random(1);
  const weights = Float32Array.from(
    { length: deepShapes.reduce((sum, shape) => sum + sizeOf(shape), 0) },
    () => random.normal(),
  );
  const direction = directionFrom(weights, new Random(2));
  const [, rows, outputs] = deepShapes[0];
  const lengthOf = (numbers: Float32Array, unit: number): number =>
    Math.hypot(...Array.from({ length: rows - 1 }, (_, k) => numbers[k * outputs + unit]));
  for (let unit = 0; unit < WIDTH; unit += 1) {
    expect(lengthOf(direction, unit)).toBeCloseTo(lengthOf(weights, unit), 5);
    expect(direction[(rows - 1) * outputs + unit]).toBe(0);
  }
});

// The tab says this before the recipe, which is heavy, is loaded.
test('what is said of the networks is what their recipe says', () => {
  expect(scale.intro).toContain(`${BLOCKS + 2} layers`);
});
