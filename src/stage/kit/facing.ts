import { dot } from '../../math/linear';
import type { Vector } from '../../math/value';
import type { Box } from './box';
import type { Point } from './path';

/** How a space of two or three dimensions is looked at: what points right and what points up. */
export interface Facing {
  /** Both of length 1, at right angles to each other, unless `stretched`. */
  readonly right: Vector;
  readonly up: Vector;
}

/** The plane as it is drawn on paper. */
export const FLAT: Facing = { right: [1, 0], up: [0, 1] };

/** Three dimensions from above, the third axis up; angles in radians. */
export function fromAbove(azimuth: number, elevation: number): Facing {
  const [sin, cos] = [Math.sin(azimuth), Math.cos(azimuth)];
  const sunk = -Math.sin(elevation);
  return { right: [-sin, cos, 0], up: [sunk * cos, sunk * sin, Math.cos(elevation)] };
}

/** Where axes measure different things: one of axis `i` is drawn `by[i]` times as long. */
export const stretched = ({ right, up }: Facing, by: Vector): Facing => ({
  right: right.map((x, i) => x * by[i]),
  up: up.map((x, i) => x * by[i]),
});

/** A distance on the page, y down, as a way along the first two axes. */
export function onGround({ right, up }: Facing, dx: number, dy: number): Point {
  const determinant = right[0] * up[1] - right[1] * up[0];
  return [(dx * up[1] + dy * right[1]) / determinant, (-dx * up[0] - dy * right[0]) / determinant];
}

/** Looks straight at the plane of two vectors: the first to the right, the second on the upper side. */
export function ontoPlaneOf(a: Vector, b: Vector, otherwise: Facing): Facing {
  const right = unit(a) ?? otherwise.right;
  // Two vectors on one line leave the way around it open.
  return { right, up: beside(unit(b) ?? otherwise.up, right, [otherwise.up, otherwise.right]) };
}

/** A facing on the way from one to another. */
export function facingBetween(from: Facing, to: Facing, share: number): Facing {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const right = unit(mixed(from.right, to.right, share)) ?? to.right;
  return { right, up: beside(mixed(from.up, to.up, share), right, [to.up, from.up]) };
}

/** Where a vector stands on the page, in its own numbers. */
export const onPage = ({ right, up }: Facing, v: Vector): Point => [dot(right, v), dot(up, v)];

/** The smallest box around points. */
export function boundsOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** From points to the page: what is within the bounds fills the box, one scale both ways, y up. */
export interface Projection {
  (point: Point): Point;
  /** Units of the stage to one of the points. */
  readonly scale: number;
}

export function projection(bounds: Box, into: Box): Projection {
  const scale = Math.min(into.width / bounds.width, into.height / bounds.height);
  const middle = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  const to = ([x, y]: Point): Point => [
    into.x + into.width / 2 + (x - middle[0]) * scale,
    into.y + into.height / 2 - (y - middle[1]) * scale,
  ];
  return Object.assign(to, { scale });
}

/** A vector of length 1 the same way; none where it has no direction. */
function unit(v: Vector): Vector | undefined {
  // Divided first: the squares of tiny numbers are 0, those of huge ones infinite.
  const largest = Math.max(...v.map(Math.abs));
  if (!(largest > 0)) return undefined;
  const scaled = v.map((x) => x / largest);
  const length = Math.hypot(...scaled);
  return scaled.map((x) => x / length);
}

/** Nearer to one line than this, two vectors span no plane. */
const FLATTEST = 1e-9;

/** What is left of a vector beside another; of the first of the others that leaves something. */
function beside(v: Vector, along: Vector, others: readonly Vector[]): Vector {
  for (const candidate of [v, ...others]) {
    const part = dot(candidate, along);
    const rest = candidate.map((x, i) => x - part * along[i]);
    if (Math.hypot(...rest) > FLATTEST) return unit(rest)!;
  }
  return v;
}

const mixed = (a: Vector, b: Vector, share: number): Vector =>
  a.map((x, i) => x + (b[i] - x) * share);
