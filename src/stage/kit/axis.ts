import type { AxisScale } from './scale';
import { linearLabels, logLabels } from './tick-labels';
import { valueOf } from './ticks';
import { SMALL, textWidth } from './text';

/** A mark on an axis: where it is, and what it says (mathematics between dollar signs). */
export interface Tick {
  readonly value: number;
  readonly at: number;
  readonly text: string;
}

export interface Ticks {
  readonly ticks: readonly Tick[];
  /** What the labels are counted from, where the numbers differ only far behind the point. */
  readonly from?: string;
}

/** An axis has this many ticks at most, however long it is. */
const MOST = 12;
/** Least space between two labels, across and down. */
const GAP = { x: 14, y: 8 };

/** As many ticks as have room for their labels. `unit` is the size of the type, in its own. */
export function ticksOf(scale: AxisScale, direction: 'x' | 'y', most = MOST, unit = 1): Ticks {
  for (let count = Math.min(most, MOST); count > 1; count -= 1) {
    const found = labelled(scale, count);
    if (apart(found.ticks, direction, unit)) return found;
  }
  const { ticks, from } = labelled(scale, 1);
  return { ticks: ticks.slice(0, 1), from };
}

function labelled(scale: AxisScale, count: number): Ticks {
  const decimals = scale.ticks(count);
  const { texts, from } = (scale.log ? logLabels : linearLabels)(decimals);
  const ticks = decimals.map((decimal, i) => {
    const value = valueOf(decimal);
    return { value, at: scale(value), text: texts[i] };
  });
  return { ticks, from };
}

/** Whether no label touches the next. */
const apart = (ticks: readonly Tick[], direction: 'x' | 'y', unit: number): boolean =>
  ticks.every((tick, i) => {
    if (i === 0) return true;
    const before = ticks[i - 1];
    const size = direction === 'y' ? SMALL : halfOf(tick) + halfOf(before);
    return Math.abs(tick.at - before.at) >= (size + GAP[direction]) * unit;
  });

const halfOf = ({ text }: Tick): number => textWidth(text, SMALL) / 2;
