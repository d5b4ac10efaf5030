import { snapped, type Frame, type Vector } from '../../../src/author';
import { RANGES, type Givens } from './task';

type Editing = Pick<Frame<Givens>['stage'], 'edit'>;
type Moving = Pick<Givens, 'moved'>;

/** Adds to one label what it has been dragged by. */
export function moveLabel(
  stage: Editing,
  { moved }: Moving,
  i: number,
  by: number,
  commit: boolean,
): void {
  const list = Array.from({ length: Math.max(i + 1, moved.length) }, (_, k) => moved[k] ?? 0);
  list[i] = snapped(list[i] + by, RANGES.moved);
  stage.edit({ moved: shortest(list) }, commit);
}

/** Without the zeros at its end. */
const shortest = (list: Vector): Vector =>
  list.slice(0, Math.max(1, list.findLastIndex((x) => x !== 0) + 1));
