import type { Point, Projection, Unfolding, Vector } from '../../../src/author';
import type { Givens, Model } from './model';
import { between, wound, type Turns } from './turns';

/** The arrows, their angle and the shadow of one on the other, at a time of the solution. */
export interface Dialled {
  readonly model: Model;
  readonly unfolding: Unfolding;
  readonly turns: Turns;
  readonly to: Projection;
  readonly q: Vector;
  readonly k: Vector;
}

export const longest = ({ q, k }: Givens): number =>
  Math.max(Math.hypot(...q), Math.hypot(...k)) || 1;

/** What the solid arrows are by now. */
export function partsAt(unfolding: Unfolding): { readonly q: string; readonly k: string } {
  if (unfolding.progress('shift') > 0) return { q: 'moved_q', k: 'moved_k' };
  if (unfolding.progress('relative') === 1) return { q: 'q', k: 'apart_k' };
  return unfolding.progress('turn') > 0 ? { q: 'turned_q', k: 'turned_k' } : { q: 'q', k: 'k' };
}

/** Points around the origin, further out with every turn. */
function spiral({ to }: Dialled, from: number, angle: number, radius: number): Point[] {
  const count = 24 + Math.ceil(24 * Math.abs(angle));
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const turned = (angle * i) / count;
    const r = radius * (1 + (0.18 * Math.abs(turned)) / (2 * Math.PI));
    return to([r * Math.cos(from + turned), r * Math.sin(from + turned)]);
  });
}

const directionOf = ([x, y]: Vector): number => Math.atan2(y, x);

const RADII = { q: 0.34, k: 0.5, gap: 0.22 };

/** The way an arrow has been turned. */
export const arcOf = (dialled: Dialled, name: 'q' | 'k'): Point[] =>
  spiral(
    dialled,
    directionOf(dialled.model[name]),
    wound(dialled.turns[name]),
    RADII[name] * longest(dialled.model),
  );

/** The angle between both arrows, the short way. */
export const gapOf = (dialled: Dialled, further = 1): Point[] =>
  spiral(
    dialled,
    directionOf(dialled.q),
    between(dialled.q, dialled.k),
    further * RADII.gap * longest(dialled.model),
  );

/** Where the end of the key falls on the line of the query, if that has a direction. */
export function footOf({ q, k }: Dialled): Point | undefined {
  const square = q[0] ** 2 + q[1] ** 2;
  if (square === 0) return undefined;
  const share = (q[0] * k[0] + q[1] * k[1]) / square;
  return [q[0] * share, q[1] * share];
}

export const pathOf = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}`;
