/** A row of equal cells, the middle of a long one left out. */
export interface CellAxis {
  readonly count: number;
  /** The cells that are drawn, by their positions from 0. */
  readonly shown: readonly number[];
  /** How many are left out. */
  readonly hidden: number;
  readonly pitch: number;
  /** From the first edge to the last, the gap for what is left out included. */
  readonly length: number;
  /** Where a cell begins; what is left out is crossed in the gap. */
  at(i: number): number;
}

/** The gap for what is left out, in cells. */
const GAP = 2;

/** How many cells long a row is when drawn. */
export const drawnLength = (count: number, most: number): number => Math.min(count, most);

/** A row of `count` cells that is no longer than `most` of them. */
export function cellAxis(count: number, most: number, pitch: number): CellAxis {
  const whole = count <= most;
  const head = whole ? count : Math.ceil((most - GAP) / 2);
  const tail = whole ? 0 : Math.floor((most - GAP) / 2);
  const length = drawnLength(count, most) * pitch;
  const [from, to] = [head, count - tail];
  const at = (i: number): number => {
    if (i <= from) return i * pitch;
    if (i >= to) return length - (count - i) * pitch;
    return (from + (GAP * (i - from)) / (to - from)) * pitch;
  };
  const shown = Array.from({ length: head + tail }, (_, i) =>
    i < head ? i : count - tail - head + i,
  );
  return { count, shown, hidden: count - head - tail, pitch, length, at };
}

/** Stretches of positions that follow each other: the first of each, and the one after its last. */
export function stretches(positions: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const i of positions) {
    const last = found.at(-1);
    if (last?.[1] === i) last[1] = i + 1;
    else found.push([i, i + 1]);
  }
  return found;
}
