import { eased, type Unfolding } from '../../../src/author';
import type { Model } from './model';

/** Where the picture stands at a time: the window, its products, and the outputs so far. */
export interface Motion {
  /** Position of the window in strides, down and across; fractions while it moves. */
  readonly window: readonly [number, number];
  /** The position whose products are shown. */
  readonly position: readonly [number, number];
  /** How far product `n` has come, from 0 (pixel and weight still apart) to 1. */
  product(n: number): number;
  /** How far the products have run together in their sum, from 0 to 1. */
  readonly gathered: number;
  /** How visible an output is, from 0 to 1. */
  visible(i: number, j: number): number;
}

/** How the time of one position is spent: moving there, multiplying, adding up. */
const MOVED = 0.25;
const MULTIPLIED = 0.7;
const ADDED = 0.9;

export function motion({ out, laid }: Model, unfolding: Unfolding): Motion {
  const columns = out[0].length;
  const count = out.length * columns;
  const positionOf = (index: number): [number, number] => [
    Math.floor(index / columns),
    index % columns,
  ];
  /** How far a position is worked out: the first two have steps of their own. */
  const worked = (index: number): number => {
    if (index === 0) return unfolding.sweep('first', 0, 1);
    const alone = unfolding.at('next') < Infinity ? 2 : 1;
    return index < alone
      ? unfolding.sweep('next', 0, 1)
      : unfolding.sweep('all', index - alone, count - alone);
  };
  const isBegun = (index: number): boolean => worked(index) > 1e-6;
  const index = Math.max(0, Array.from({ length: count }, (_, n) => n).findLastIndex(isBegun));
  const time = worked(index);
  const there = isBegun(0)
    ? Math.max(0, index - 1) + (index > 0 ? eased(time, 0, MOVED) : 0)
    : visiting(unfolding.sweep('count', 0, 1), count);
  const terms = laid.length * laid[0].length;
  return {
    window: between(
      positionOf(Math.floor(there)),
      positionOf(Math.min(count - 1, Math.ceil(there))),
      there % 1,
    ),
    position: positionOf(index),
    product: (n) => Math.min(1, Math.max(0, ((time - MOVED) / (MULTIPLIED - MOVED)) * terms - n)),
    gathered: eased(time, MULTIPLIED, ADDED),
    visible: (i, j) => eased(worked(i * columns + j), ADDED, 1),
  };
}

/** Through all positions and back, so that they can be counted. */
const visiting = (time: number, count: number): number =>
  (count - 1) * (time < 0.8 ? time / 0.8 : 1 - eased(time, 0.8, 1));

const between = (
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
  part: number,
): [number, number] => [a + (c - a) * part, b + (d - b) * part];

/** The motion with the window brought to a position that the reader points at. */
export function pointedAt(moving: Motion, position: readonly [number, number]): Motion {
  const known = moving.visible(...position) === 1;
  return { ...moving, window: position, position, gathered: 0, product: () => (known ? 1 : 0) };
}
