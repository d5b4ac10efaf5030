import {
  FLAT,
  boundsOf,
  boxBetween,
  facingBetween,
  fromAbove,
  onPage,
  ontoPlaneOf,
  projection,
  type Box,
  type Facing,
  type Point,
  type Projection,
  type Unfolding,
  type Vector,
} from '../../../src/author';
import type { Model } from './model';

/** The arrows at a time of the solution: how they are looked at, and how long they are. */
export interface Space {
  readonly facing: Facing;
  readonly to: Projection;
  /** Where a vector stands on the page. */
  place(v: Vector): Point;
  /** The arrows as they are drawn, and the first one stretched. */
  readonly a: Vector;
  readonly b: Vector;
  readonly longer: Vector;
  /** How far the arrows have shrunk to length 1, from 0 to 1. */
  readonly shrunk: number;
  /** How much of the axes is seen: they go when space is turned. */
  readonly axes: number;
  /** The largest entry an axis has room for. */
  readonly extent: number;
  /** Where each axis begins and ends. */
  readonly ends: readonly Point[];
}

/** From where three dimensions are seen at first, in radians. */
const HOME = fromAbove(0.62, 0.42);

/** Turns within the plane that are tried, over a right angle. */
const TURNS = 45;

export function spaceAt(model: Model, unfolding: Unfolding, box: Box): Space {
  const { a, b, norm_a, norm_b, cosine, stretch } = model;
  const deep = a.length > 2;
  const home = deep ? HOME : FLAT;
  const flat = deep ? filling(ontoPlaneOf(a, b, HOME), [scaled(a, stretch), b], box) : FLAT;
  const facing = facingBetween(home, flat, unfolding.progress('cosine', 0, 0.5));
  const divided = unfolding.progress('cosine', 0.4, 1);
  const grown = unfolding.progress('stretch', 0, 0.5);
  const shrunk = divided * (1 - grown);
  const longer = 1 + (stretch - 1) * unfolding.progress('stretch', 0.5, 1);

  const extent = roomy(Math.max(...[...a, ...b].map(Math.abs)));
  const ends = a.map((x, i): Point => [x < 0 || b[i] < 0 ? -extent : 0, extent]);
  const [unitA, unitB] = [scaled(a, 1 / norm_a), scaled(b, 1 / norm_b)];
  const within = (facing: Facing, vectors: readonly Vector[], air: number): Box =>
    padded(boundsOf(vectors.map((v) => onPage(facing, v))), air);
  const origin = a.map(() => 0);
  const bounds = boxBetween(
    boxBetween(
      within(home, corners(ends), 0.16 * extent),
      within(flat, [origin, unitA, unitB, scaled(unitA, cosine)], 0.16),
      divided,
    ),
    within(flat, [origin, scaled(a, stretch), b], 0.08 * Math.max(stretch * norm_a, norm_b)),
    grown,
  );
  const to = projection(bounds, box);
  return {
    facing,
    to,
    place: (v) => to(onPage(facing, v)),
    a: scaled(a, norm_a ** -shrunk),
    b: scaled(b, norm_b ** -shrunk),
    longer: scaled(a, longer),
    shrunk,
    axes: deep ? 1 - unfolding.progress('cosine', 0, 0.4) : 1 - shrunk,
    extent,
    ends,
  };
}

/** Turned in its plane so far that arrows from the origin are drawn as large as the room allows. */
function filling(facing: Facing, arrows: readonly Vector[], { width, height }: Box): Facing {
  const points = [[0, 0], ...arrows.map((v) => onPage(facing, v))];
  const sizeAt = (angle: number): number => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const { width: wide, height: high } = boundsOf(
      points.map(([x, y]): Point => [c * x - s * y, s * x + c * y]),
    );
    return Math.min(width / wide, height / high);
  };
  const angles = Array.from({ length: TURNS + 1 }, (_, i) => (i / TURNS) * (Math.PI / 2));
  const angle = angles.reduce((best, next) => (sizeAt(next) > sizeAt(best) ? next : best));
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const { right, up } = facing;
  return {
    right: right.map((x, i) => c * x - s * up[i]),
    up: up.map((x, i) => s * right[i] + c * x),
  };
}

export const scaled = (v: Vector, by: number): Vector => v.map((x) => x * by);

/** Ends of axes that are easily read. */
const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

function roomy(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest));
  return power * (STEPS.find((step) => step * power >= largest) ?? 10);
}

const padded = ({ x, y, width, height }: Box, air: number): Box => ({
  x: x - air,
  y: y - air,
  width: width + 2 * air,
  height: height + 2 * air,
});

/** All corners of the box that axes span. */
const corners = (ends: readonly Point[]): Vector[] =>
  ends.reduce<Vector[]>(
    (all, [low, high]) =>
      all.flatMap((v) => [
        [...v, low],
        [...v, high],
      ]),
    [[]],
  );
