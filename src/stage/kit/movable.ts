import { svg, type SVGTemplateResult } from 'lit';
import { drag } from '../drag';

/** Something that stands at a position of a list and can be moved to another, by hand or by key. */
export interface Movable {
  /** What moves, for a screen reader: `rank of A in keywords`; and where it is: `2`. */
  readonly name: string;
  readonly says: string;
  /** Where it stands, from 0, and how many positions there are. */
  readonly position: number;
  readonly count: number;
  /** It is at another position now; `commit` when the reader is done. */
  move(to: number, commit: boolean): void;
}

/** The position that a distance of dragging leads to, where positions are `pitch` apart. */
export const positionAfter = (
  { position, count }: Pick<Movable, 'position' | 'count'>,
  distance: number,
  pitch: number,
): number => clamped(position + Math.round(distance / pitch), count);

const clamped = (position: number, count: number): number =>
  Math.min(count - 1, Math.max(0, position));

/** Where a key leads to, along a list that runs down. */
export function positionByKey(
  { position, count }: Pick<Movable, 'position' | 'count'>,
  key: string,
): number | undefined {
  const to = {
    ArrowUp: position - 1,
    ArrowDown: position + 1,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? undefined : clamped(to, count);
}

/** A group that is dragged up and down its list, and moved by the arrow keys when it has the focus. */
export function movable(item: Movable, pitch: number, content: unknown): SVGTemplateResult {
  let at = item.position;
  const go = (to: number, commit: boolean): void => {
    if (to !== at) item.move((at = to), commit);
  };
  const onPress = (event: PointerEvent): void =>
    drag(
      event,
      (_, dy) => go(positionAfter(item, dy, pitch), false),
      () => {
        if (at !== item.position) item.move(at, true);
      },
    );
  const onKey = (event: KeyboardEvent): void => {
    const to = positionByKey(item, event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    go(to, true);
  };
  return svg`<g class="movable" tabindex="0" role="slider" aria-orientation="vertical"
    aria-label=${item.name} aria-valuemin="1" aria-valuemax=${item.count}
    aria-valuenow=${item.position + 1} aria-valuetext=${item.says} @pointerdown=${onPress} @keydown=${onKey}>${content}</g>`;
}
