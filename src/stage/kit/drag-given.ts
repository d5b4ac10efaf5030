import { drag } from '../drag';
import type { Stage } from '../view';

/** What a given may be: the range and the step of its field. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/** A given under the pointer. */
export interface Dragged<V> {
  readonly stage: Pick<Stage<V>, 'edit'>;
  readonly name: keyof V & string;
  /** What it is when pressed. */
  readonly from: number;
  readonly range: Range;
  /** What it becomes when dragged so far, in stage units; rounded and clamped here. */
  to(dx: number, dy: number): number;
}

/** The number of the given's own kind nearest to x: a multiple of its step, inside its range. */
export function snapped(x: number, { min = -Infinity, max = Infinity, step }: Range): number {
  const stepped = step ? Math.round(x / step) * step : x;
  // 3 · 0.1 is 0.3 to a reader; and no 0 is negative.
  return Math.min(max, Math.max(min, Number(stepped.toPrecision(12)))) + 0;
}

/** Listens for the press that drags a given; only a change is committed. */
export function dragGiven<V>({ stage, name, from, range, to }: Dragged<V>) {
  return (press: PointerEvent): void => {
    let latest = from;
    const edit = (commit: boolean): void => {
      stage.edit({ [name]: latest } as unknown as Partial<V>, commit);
    };
    drag(
      press,
      (dx, dy) => {
        const next = snapped(to(dx, dy), range);
        if (Number.isNaN(next) || next === latest) return;
        latest = next;
        edit(false);
      },
      () => {
        if (latest !== from) edit(true);
      },
    );
  };
}

/** Units of dragging that change a number by one step of its own. */
const UNITS_A_STEP = 8;

/** Dragging up or right raises the number in a cell, step by step from where it is. */
export const dragSteps = <V>(dragged: Omit<Dragged<V>, 'to'>): ((press: PointerEvent) => void) =>
  dragGiven({
    ...dragged,
    to: (dx, dy) => dragged.from + (dragged.range.step ?? 1) * Math.round((dx - dy) / UNITS_A_STEP),
  });
