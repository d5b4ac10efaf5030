import type { Box } from './box';
import type { Place } from './layered';

/** A quadratic curve from the edge of one box to the edge of another. */
export interface Curve {
  readonly from: Place;
  readonly bend: Place;
  readonly to: Place;
}

export const middleOf = ({ x, y, width, height }: Box): Place => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Where the way from the middle of a box to a place leaves the box, `gap` outside it. */
function leaves(box: Box, towards: Place, gap: number): Place {
  const { x, y } = middleOf(box);
  const [dx, dy] = [towards.x - x, towards.y - y];
  const [w, h] = [box.width / 2 + gap, box.height / 2 + gap];
  const share = Math.min(w / Math.max(Math.abs(dx), 1e-9), h / Math.max(Math.abs(dy), 1e-9));
  return { x: x + dx * share, y: y + dy * share };
}

/**
 * The curve between two boxes. `bulge` bends it to its left by this many units, so that an edge and
 * the one that leads back stand apart.
 */
export function edgeCurve(a: Box, b: Box, bulge: number): Curve {
  const [p, q] = [middleOf(a), middleOf(b)];
  const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
  const bend = {
    x: (p.x + q.x) / 2 + ((q.y - p.y) / length) * 2 * bulge,
    y: (p.y + q.y) / 2 - ((q.x - p.x) / length) * 2 * bulge,
  };
  return { from: leaves(a, bend, 2), bend, to: leaves(b, bend, 4) };
}

/** The place on a curve, from 0 at its beginning to 1 at its end. */
export function alongCurve({ from, bend, to }: Curve, fraction: number): Place {
  const [a, b, c] = [(1 - fraction) ** 2, 2 * fraction * (1 - fraction), fraction ** 2];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

/** The curve as a path, with an arrow head at its end. */
export function curvePath({ from, bend, to }: Curve): { line: string; head: string } {
  const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
  const barb = (turn: number): string =>
    `${to.x - 9 * Math.cos(angle + turn)} ${to.y - 9 * Math.sin(angle + turn)}`;
  return {
    line: `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`,
    head: `M${barb(0.45)}L${to.x} ${to.y}L${barb(-0.45)}`,
  };
}
