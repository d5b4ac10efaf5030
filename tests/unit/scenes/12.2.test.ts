import { describe, expect, it } from 'vitest';
import { envelopeOf, scoresOf, tablesOf } from '../../../scenes/12-advanced/12.2-rope/angles';
import { rope } from '../../../scenes/12-advanced/12.2-rope/model';
import { wound } from '../../../scenes/12-advanced/12.2-rope/turns';

describe('12.2: arrows', () => {
  it('score alike a million positions on', () => {
    const model = rope({ q: [1, 2], k: [3, -1], m: 2, n: 5, theta: 0.5, shift: 1_000_000 });
    expect(model.dot_shifted).toBeCloseTo(model.dot, 8);
  });

  it('are wound into the same direction in few turns', () => {
    for (const angle of [0, 1, -4, 7, -20, 500_000.5]) {
      expect(Math.cos(wound(angle))).toBeCloseTo(Math.cos(angle), 9);
      expect(Math.sin(wound(angle))).toBeCloseTo(Math.sin(angle), 9);
      expect(Math.abs(wound(angle))).toBeLessThan(6 * Math.PI);
    }
  });
});

describe('12.2 at scale', () => {
  it('bounds the score by its envelope, which only falls', () => {
    const [envelope, scores] = [envelopeOf(10_000), scoresOf(10_000, 4001)];
    for (const d of [0, 1, 7, 100, 4000]) {
      expect(Math.abs(scores[d])).toBeLessThanOrEqual(envelope[d]);
      expect(envelope[d + 1]).toBeLessThanOrEqual(envelope[d]);
    }
  });

  it('loses digits of a large angle in float32, and none in float64', () => {
    const at = { base: 10_000, first: 2 ** 23 + 1, length: 1 };
    const off = (angles: 'float64' | 'float32'): number =>
      Math.abs(tablesOf(angles, at).cosines[1] - Math.cos(at.first * 10_000 ** (-1 / 32)));
    expect(off('float64')).toBeLessThan(1e-7);
    expect(off('float32')).toBeGreaterThan(1e-3);
  });
});
