import type { Matrix } from '../math/value';
import { MOST_POINTS } from './settings';

/** What a press on the plane does to the reader's own points. */
export const tools = {
  move: 'moves the cross',
  positive: 'paints class +1',
  negative: 'paints class −1',
  erase: 'erases',
} as const;
export type Tool = keyof typeof tools;

/** How near to another a point is not painted again, and how near to the pointer one is erased. */
const NEAR = { paint: 0.15, erase: 0.25 };

/** The points after a tool was used at a place. */
export function painted(points: Matrix, tool: Tool, [x1, x2]: readonly [number, number]): Matrix {
  const distance = ([x, y]: readonly number[]): number => Math.hypot(x - x1, y - x2);
  if (tool === 'move') return points;
  if (tool === 'erase') return points.filter((point) => distance(point) > NEAR.erase);
  const near = points.some((point) => distance(point) < NEAR.paint);
  if (near || points.length >= MOST_POINTS) return points;
  return [...points, [x1, x2, tool === 'positive' ? 1 : -1]];
}
