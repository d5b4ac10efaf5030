import {
  freeHandle,
  onGround,
  snapped,
  svg,
  type Frame,
  type FreeHandle,
  type Point,
  type Role,
  type SVGTemplateResult,
  type Vector,
} from '../../../src/author';
import { range, type Givens, type Model } from './model';
import { scaled, type Space } from './space';

type Grip = Pick<FreeHandle, 'at' | 'ways' | 'shape' | 'changes'> & {
  /** The vector when dragged so far; none where it may not be. */
  to(dx: number, dy: number): Vector | undefined;
};
type Name = 'a' | 'b';

/** Where on its arrow the grip stands that stretches it, and from what length on it has one. */
const MIDDLE = 0.55;
const SHORTEST = 60;
/** What an arrow is stretched by, in steps. */
const A_STEP = 0.1;
/** How far beyond the head of its arrow a grip stands, so that the head is seen. */
const BEYOND = 17;

/** Where the arrows can be taken hold of: at their ends, and where they are stretched. */
export function gripsOf(model: Model, space: Space, name: Name): Grip[] {
  // Shrunk, or seen from another side, an arrow is not where its entries say.
  if (space.shrunk > 0) return [];
  const v = model[name];
  const ends =
    model.a.length > 2 ? [foot(v, space, name), height(v, space, name)] : [end(v, space, name)];
  return [...stretching(v, space, name), ...(space.axes === 1 ? ends : [])];
}

export const handles = (model: Model, space: Space, { stage }: Frame<Givens>): SVGTemplateResult =>
  svg`${ROLES.map(([name, role]) =>
    gripsOf(model, space, name).map(({ to, ...grip }) => {
      let latest = model[name];
      return freeHandle({
        ...grip,
        role,
        moved(dx, dy, commit) {
          latest = to(dx, dy) ?? latest;
          stage.edit({ [name]: latest }, commit);
        },
      });
    }),
  )}`;

const ROLES: readonly (readonly [Name, Role])[] = [
  ['b', 'value'],
  ['a', 'input'],
];

/** In the plane the end of an arrow goes anywhere. */
function end(v: Vector, space: Space, name: Name): Grip {
  return {
    at: at(beyond(v, space)),
    ways: [0, 90],
    changes: `vector ${name}`,
    to: (dx, dy) => moved(v, space, onGround(space.facing, dx, dy)),
  };
}

/** In space its foot goes anywhere on the ground, and its end up and down. */
function foot(v: Vector, space: Space, name: Name): Grip {
  return {
    at: at(space.place([v[0], v[1], 0])),
    ways: [0, 90],
    shape: 'square',
    changes: `the first two entries of ${name}`,
    to: (dx, dy) => moved(v, space, onGround(space.facing, dx, dy)),
  };
}

function height(v: Vector, space: Space, name: Name): Grip {
  return {
    at: at(beyond(v, space)),
    ways: [90],
    changes: `the third entry of ${name}`,
    to: (_, dy) => moved(v, space, [0, 0, -dy / space.facing.up[2]]),
  };
}

/** Along the arrow: the factor changes, the direction stays. */
function stretching(v: Vector, space: Space, name: Name): Grip[] {
  const { origin, wide, high, length } = shaft(v, space);
  if (length < SHORTEST) return [];
  return [
    {
      at: at([origin[0] + MIDDLE * wide, origin[1] + MIDDLE * high]),
      ways: [(Math.atan2(high, wide) * 180) / Math.PI],
      changes: `the length of ${name}, not its direction`,
      to(dx, dy) {
        const by = (dx * wide + dy * high) / (MIDDLE * length * length);
        const factor = snapped(1 + by, { min: A_STEP, step: A_STEP });
        return allowed(v.map((x) => Number((x * factor).toPrecision(12))));
      },
    },
  ];
}

const at = ([x, y]: Point) => ({ x, y });

/** An arrow on the page. */
function shaft(v: Vector, { place }: Space) {
  const [origin, tip] = [place(scaled(v, 0)), place(v)];
  const [wide, high] = [tip[0] - origin[0], tip[1] - origin[1]];
  return { origin, wide, high, length: Math.hypot(wide, high) };
}

function beyond(v: Vector, space: Space): Point {
  const { origin, wide, high, length } = shaft(v, space);
  const share = 1 + BEYOND / Math.max(length, 1);
  return [origin[0] + wide * share, origin[1] + high * share];
}

/** A vector moved by so many units of the stage, on a grid as fine as the picture shows it. */
function moved(from: Vector, { to, extent }: Space, by: Vector): Vector | undefined {
  const power = 10 ** Math.floor(Math.log10(extent));
  const step = extent > 2 * power ? power / 2 : power / 10;
  return allowed(
    from.map((x, i) => (by[i] ? snapped(x + by[i] / to.scale, { ...range, step }) : x)),
  );
}

/** A vector that may be dragged to: one with a direction, in its range. */
const allowed = (v: Vector): Vector | undefined =>
  v.some((x) => x !== 0) && v.every((x) => Math.abs(x) <= range.max) ? v : undefined;
