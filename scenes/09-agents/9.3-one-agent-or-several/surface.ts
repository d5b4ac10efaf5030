import type { Point, Vector } from '../../../src/author';
import { allSucceed, type Givens } from './model';

/** The part of space that is drawn: from where to where each axis goes. */
export type Ranges = readonly [h: Point, g: Point, success: Point];

/** A piece of the surface, all of it on one side of the plane. */
export interface Piece {
  readonly corners: readonly Vector[];
  /** Whether the chain succeeds at least as often as one agent. */
  readonly above: boolean;
  /** Where it meets the plane: corners that follow each other along its rim. */
  readonly even: readonly Vector[];
}

/** How often a chain like this one succeeds at another hand-off and another gain. */
export const successAt = (givens: Givens, p_handoff: number, gain: number): number =>
  allSucceed(Math.min(1, givens.p_success + gain), { ...givens, p_handoff });

/** What there is to see: where a chain can be as good as one agent, and where this one is. */
export function rangesOf(givens: Givens): Ranges {
  const { agents, p_success: p, p_handoff, specialist_gain } = givens;
  // With hand-offs worse than this a chain of perfect agents loses to one.
  const worst = p ** (1 / (agents - 1));
  const h = Math.max(0, Math.min(p_handoff, worst) - 0.06);
  const g = Math.min(1, 1.15 * Math.max(1 - p, specialist_gain, 0.05));
  const least = successAt(givens, h, 0);
  return [
    [h, 1],
    [0, g],
    [Math.max(0, least - 0.2 * (1 - least)), 1],
  ];
}

/** The surface in small pieces, cut where it meets the plane of one agent. */
export function piecesOf(givens: Givens, [h, g]: Ranges): Piece[] {
  const perfect = Math.min(g[1], 1 - givens.p_success);
  const across = spread(h[0], h[1], 14);
  // From where specialists are perfect the surface is level along g: a crease, so an edge of pieces.
  const along = [...new Set([...spread(g[0], perfect, 10), ...spread(perfect, g[1], 2)])];
  const at = (x: number, y: number): Vector => [x, y, successAt(givens, x, y)];
  return across.slice(1).flatMap((x, i) =>
    along.slice(1).flatMap((y, k) => {
      const [left, low] = [across[i], along[k]];
      return cut([at(left, low), at(x, low), at(x, y), at(left, y)], givens.p_success);
    }),
  );
}

const spread = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => from * (1 - i / count) + to * (i / count));

/** What of a piece is above a level and what is below it. */
function cut(corners: readonly Vector[], level: number): Piece[] {
  const all = corners.flatMap((a, i): Vector[] => {
    const b = corners[(i + 1) % corners.length];
    if ((a[2] - level) * (b[2] - level) >= 0) return [a];
    const share = (level - a[2]) / (b[2] - a[2]);
    return [a, [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, level]];
  });
  return [true, false].flatMap((above) => {
    const side = all.filter(([, , z]) => z === level || z > level === above);
    const off = side.findIndex(([, , z]) => z !== level);
    if (off < 0 || side.length < 3) return [];
    // From a corner off the plane on, so that those on it follow each other.
    const rim = [...side.slice(off), ...side.slice(0, off)];
    return [{ corners: side, above, even: rim.filter(([, , z]) => z === level) }];
  });
}
