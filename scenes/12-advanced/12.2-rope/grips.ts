import { snapped, type Point, type Projection, type Role, type Vector } from '../../../src/author';
import { ranges, type Model } from './model';

interface Grip {
  readonly name: 'q' | 'k';
  readonly role: Role;
  readonly at: Point;
  /** How far along its arrow it stands. */
  readonly share: number;
}

/** Beyond the head of an arrow; where both arrows end together, one stands on its shaft. */
export function grips({ q, k }: Model, to: Projection): Grip[] {
  const origin = to([0, 0]);
  const tips = [q, k].map(([x, y]) => to([x, y]));
  const close = Math.hypot(tips[0][0] - tips[1][0], tips[0][1] - tips[1][1]) < 40;
  const grip = (name: 'q' | 'k', role: Role, [x, y]: Point, inner: boolean): Grip => {
    const length = Math.hypot(x - origin[0], y - origin[1]);
    const share = inner ? 0.45 : 1 + 18 / Math.max(length, 18);
    return {
      ...{ name, role, share: inner ? share : 1 },
      at: [origin[0] + (x - origin[0]) * share, origin[1] + (y - origin[1]) * share],
    };
  };
  return [grip('k', 'value', tips[1], close), grip('q', 'input', tips[0], false)];
}

/** A vector whose end, or a point further down, has been dragged so far. */
export const dragged = (v: Vector, [dx, dy]: Point, scale: number): Vector =>
  [dx, -dy].map((by, i) => snapped(v[i] + by / scale, ranges.entry));
