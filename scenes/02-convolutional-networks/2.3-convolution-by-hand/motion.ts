import { progress } from '../../../src/author';
import type { Model } from './model';
import { steps } from './solution';

/** Where the picture stands at a time: the window, its products, and the outputs so far. */
export interface Motion {
  /** Position of the window in strides, down and across; fractions while it moves. */
  readonly row: number;
  readonly column: number;
  /** The position whose products are shown. */
  readonly position: readonly [number, number];
  /** How many of its products are shown; the last one may be on its way in. */
  readonly products: number;
  /** How visible the sum of the products and an output are, from 0 to 1. */
  visible(i: number, j: number): number;
  /** How far the kernel is turned, from 0 to 1. */
  readonly turn: number;
  /** Whether the shape of the output is known yet. */
  readonly counted: number;
}

/** How a step's own time is spent: moving there, multiplying, adding up. */
const MOVED = 0.3;
const MULTIPLIED = 0.8;

export function motion(model: Model, t: number): Motion {
  const at = steps(model);
  const columns = model.out[0].length;
  const count = model.out.length * columns;
  const terms = model.laid.length * model.laid[0].length;
  const positionOf = (index: number): [number, number] => [
    Math.floor(index / columns),
    index % columns,
  ];
  /** Window and products while position `index` is worked out, its own time going from 0 to 1. */
  const working = (index: number, from: number, time: number) => {
    const position = positionOf(index);
    const [row, column] = between(positionOf(from), position, progress(time, 0, MOVED));
    const multiplied = (time - MOVED) / (MULTIPLIED - MOVED);
    return { row, column, position, products: terms * Math.min(1, Math.max(0, multiplied)) };
  };
  const sum = (time: number): number => progress(time, MULTIPLIED, 1);
  const done = at.next ? 2 : 1;
  const base = {
    turn: at.turn ? progress(t, 0, 1) : 0,
    counted: progress(t, at.positions - 1, at.positions - 0.6),
  };

  if (t <= at.positions) {
    // Through all positions and back, so that they can be counted; nothing is multiplied yet.
    const time = Math.max(0, t - at.positions + 1);
    const there =
      time < 0.8 ? (time / 0.8) * (count - 1) : (count - 1) * (1 - progress(time, 0.8, 1));
    const [row, column] = between(
      positionOf(Math.floor(there)),
      positionOf(Math.min(count - 1, Math.ceil(there))),
      there % 1,
    );
    return { ...base, row, column, position: [0, 0], products: 0, visible: () => 0 };
  }
  if (t <= at.first) {
    const time = t - at.positions;
    return {
      ...base,
      ...working(0, 0, time),
      visible: (i, j) => (i + j === 0 ? sum(time) : 0),
    };
  }
  if (at.next && t <= at.next) {
    const time = t - at.first;
    return {
      ...base,
      ...working(1, 0, time),
      visible: (i, j) => (i * columns + j === 0 ? 1 : i * columns + j === 1 ? sum(time) : 0),
    };
  }
  const left = count - done;
  const swept = Math.min(left, (t - at.all + 1) * left);
  const index = Math.min(count - 1, done + Math.floor(swept));
  const time = left === 0 || swept >= left ? 1 : swept % 1;
  return {
    ...base,
    ...working(index, Math.max(0, index - 1), time),
    visible: (i, j) => {
      const cell = i * columns + j;
      return cell < index ? 1 : cell === index ? sum(time) : 0;
    },
  };
}

function between(
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
  part: number,
): [number, number] {
  return [a + (c - a) * part, b + (d - b) * part];
}

/** The motion with the window brought to a position that the reader points at. */
export function pointedAt(model: Model, moving: Motion, [i, j]: readonly [number, number]): Motion {
  const known = moving.visible(i, j) === 1;
  const terms = model.laid.length * model.laid[0].length;
  return { ...moving, row: i, column: j, position: [i, j], products: known ? terms : 0 };
}
