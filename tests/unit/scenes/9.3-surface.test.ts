import { describe, expect, it } from 'vitest';
import { compareDesigns } from '../../../scenes/09-agents/9.3-one-agent-or-several/model';
import {
  piecesOf,
  rangesOf,
  successAt,
} from '../../../scenes/09-agents/9.3-one-agent-or-several/surface';
import { defaultsOf } from '../../../src/state/params';
import scene from '../../../scenes/09-agents/9.3-one-agent-or-several/scene';

const usual = defaultsOf(scene.params);
const chains = [
  usual,
  { ...usual, agents: 2, p_success: 0.5 },
  { ...usual, agents: 8, p_success: 0.99, p_handoff: 0.3 },
];

/** The area of a piece on the floor. */
const areaOf = (corners: readonly (readonly number[])[]): number =>
  Math.abs(
    corners.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );

describe('9.3: the surface of success', () => {
  it.each(chains)('goes through the chain itself: %j', (givens) => {
    const { p_handoff, specialist_gain } = givens;
    const { p_all } = compareDesigns(givens);
    expect(successAt(givens, p_handoff, specialist_gain)).toBe(p_all);
    const [h, g, success] = rangesOf(givens);
    for (const [[low, high], x] of [
      [h, p_handoff],
      [g, specialist_gain],
      [success, p_all],
      [success, givens.p_success],
    ] as const) {
      expect(x).toBeGreaterThanOrEqual(low);
      expect(x).toBeLessThanOrEqual(high);
    }
  });

  it.each(chains)('is cut where a chain and one agent are level: %j', (givens) => {
    const { agents, p_success: p } = givens;
    const pieces = piecesOf(givens, rangesOf(givens));
    const even = pieces.flatMap((piece) => piece.even);
    expect(even.length).toBeGreaterThan(4);
    for (const [h, g, success] of even) {
      expect(success).toBe(p);
      expect(Math.abs(successAt(givens, h, g) - p)).toBeLessThan(0.01);
      // The formula of the solution, as long as specialists are not perfect.
      if (p + g < 0.999) expect(g).toBeCloseTo((p / h ** (agents - 1)) ** (1 / agents) - p, 2);
    }
    for (const { corners, above } of pieces) {
      for (const [, , success] of corners) {
        expect(above ? success - p : p - success).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it.each([0, 1])('is level with one agent only along an edge of it, at p = %d', (p) => {
    const givens = { ...usual, p_success: p };
    const ways = piecesOf(givens, rangesOf(givens)).map(({ even }) => even);
    expect(ways.some((way) => way.length > 1)).toBe(true);
    for (const way of ways) {
      for (const [i, [h, g]] of way.entries()) {
        const [nextH, nextG] = way[i + 1] ?? way[i];
        const middle = successAt(givens, (h + nextH) / 2, (g + nextG) / 2);
        expect(middle).toBe(p);
      }
    }
  });

  it.each(chains)('has no gaps: %j', (givens) => {
    const ranges = rangesOf(givens);
    const [[a, b], [c, d]] = ranges;
    const covered = piecesOf(givens, ranges).reduce((sum, { corners }) => sum + areaOf(corners), 0);
    expect(covered).toBeCloseTo((b - a) * (d - c), 10);
  });
});
