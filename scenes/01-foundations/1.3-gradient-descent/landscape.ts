import { binary, closure, constantFormula, derivative, type Formula } from '../../../src/author';
import { readFormula, type Square, type Surface } from './surfaces';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A surface made ready for descent, and what is known of it before anyone descends. */
export interface Landscape {
  readonly surface: Surface;
  readonly square: Square;
  /** The surface divided by `divisor`. */
  readonly formula: Formula;
  /**
   * What the surface is divided by, so that the sharpest of its minima curves as the
   * parabola does, by 2 in its steepest direction: a learning rate then means what it means by hand.
   */
  readonly divisor: number;
  /** Positions where it is lowest near by, the lowest first. */
  readonly lowest: readonly Position[];
  /** Where no walker rests but the slope is 0, if there are no minima. */
  readonly saddle: Position | undefined;
}

/** Positions told apart on the maps. */
const MOST = 8;
const GRID = 96;
const NEWTON_STEPS = 60;

type Of = (x: number, y: number) => number;

interface Derivatives {
  readonly f: Of;
  readonly dx: Of;
  readonly dy: Of;
  readonly dxx: Of;
  readonly dxy: Of;
  readonly dyy: Of;
}

export function landscapeOf(surface: Surface): Landscape {
  const raw = readFormula(surface.text);
  const d = derivatives(raw);
  const { square } = surface;
  const lowest = lowestPositions(d, square);
  const middle = { x: (square.left + square.right) / 2, y: (square.bottom + square.top) / 2 };
  const divisor = divisorFor(lowest.map((position) => sharpest(d, position)));
  return {
    surface,
    square,
    formula: binary('/', raw, constantFormula(divisor)),
    divisor,
    lowest,
    saddle: lowest.length === 0 ? settle(d, middle, square, false) : undefined,
  };
}

function derivatives(raw: Formula): Derivatives {
  const of = (formula: Formula): Of => closure(formula, ['x', 'y']);
  const [dx, dy] = [derivative(raw, 'x'), derivative(raw, 'y')];
  return {
    f: of(raw),
    dx: of(dx),
    dy: of(dy),
    dxx: of(derivative(dx, 'x')),
    dxy: of(derivative(dx, 'y')),
    dyy: of(derivative(dy, 'y')),
  };
}

/** Four digits are enough, and the same on every device. */
function divisorFor(curvatures: readonly number[]): number {
  const largest = Math.max(0, ...curvatures.filter(Number.isFinite));
  return largest > 1e-6 ? Number((largest / 2).toPrecision(4)) : 1;
}

/** The larger eigenvalue of the Hessian. */
function sharpest({ dxx, dxy, dyy }: Derivatives, { x, y }: Position): number {
  const [a, b, c] = [dxx(x, y), dxy(x, y), dyy(x, y)];
  return (a + c) / 2 + Math.hypot((a - c) / 2, b);
}

/** Lowest points of a grid, each followed down to where the slope is 0. */
function lowestPositions(d: Derivatives, square: Square): Position[] {
  const at = (i: number, j: number): Position => ({
    x: square.left + ((i + 0.5) / GRID) * (square.right - square.left),
    y: square.bottom + ((j + 0.5) / GRID) * (square.top - square.bottom),
  });
  const heights = Array.from({ length: GRID }, (_, i) =>
    Array.from({ length: GRID }, (__, j) => {
      const { x, y } = at(i, j);
      return d.f(x, y);
    }),
  );
  const found: Position[] = [];
  const near = (square.right - square.left) / 200;
  for (let i = 1; i < GRID - 1; i += 1) {
    for (let j = 1; j < GRID - 1; j += 1) {
      if (!isLowest(heights, i, j)) continue;
      const position = settle(d, at(i, j), square, true);
      if (!position) continue;
      if (found.every(({ x, y }) => Math.hypot(x - position.x, y - position.y) > near))
        found.push(position);
    }
  }
  return found.sort((a, b) => d.f(a.x, a.y) - d.f(b.x, b.y)).slice(0, MOST);
}

/** Whether a cell is lower than its eight neighbours, on one side at least strictly. */
function isLowest(heights: readonly (readonly number[])[], i: number, j: number): boolean {
  let strictly = false;
  for (const di of [-1, 0, 1]) {
    for (const dj of [-1, 0, 1]) {
      // Written so that NaN is not lower than anything.
      if (!(heights[i][j] <= heights[i + di][j + dj])) return false;
      strictly ||= heights[i][j] < heights[i + di][j + dj];
    }
  }
  return strictly;
}

/**
 * Follows a start to a position of slope 0 inside the square: by Newton's method, halved until it goes
 * down where a minimum is wanted, and along the slope where the surface is not a bowl.
 */
function settle(
  d: Derivatives,
  start: Position,
  square: Square,
  down: boolean,
): Position | undefined {
  let { x, y } = start;
  for (let k = 0; k < NEWTON_STEPS; k += 1) {
    const [gx, gy] = [d.dx(x, y), d.dy(x, y)];
    const [a, b, c] = [d.dxx(x, y), d.dxy(x, y), d.dyy(x, y)];
    const determinant = a * c - b * b;
    const bowl = determinant > 0 && a > 0;
    const newton = bowl || (!down && determinant !== 0);
    let sx = newton ? (c * gx - b * gy) / determinant : gx;
    let sy = newton ? (a * gy - b * gx) / determinant : gy;
    if (down) {
      const here = d.f(x, y);
      for (let halved = 0; halved < 50 && !(d.f(x - sx, y - sy) <= here); halved += 1) {
        sx /= 2;
        sy /= 2;
      }
    }
    if (!Number.isFinite(sx + sy)) return undefined;
    x -= sx;
    y -= sy;
  }
  const inside = x > square.left && x < square.right && y > square.bottom && y < square.top;
  const size = 1 + Math.abs(d.dxx(x, y)) + Math.abs(d.dyy(x, y));
  const flat = Math.hypot(d.dx(x, y), d.dy(x, y)) <= 1e-6 * size;
  return inside && flat ? { x: clean(x), y: clean(y) } : undefined;
}

/** Without what is left of round-off around 0. */
const clean = (x: number): number => (Math.abs(x) < 1e-9 ? 0 : x);
