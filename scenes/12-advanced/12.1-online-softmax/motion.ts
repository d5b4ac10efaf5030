import { progress } from '../../../src/author';
import type { Model } from './model';

/** How far the reading of the tape has come. */
export interface Motion {
  /** The block being read, or the last one read; −1 before the first. */
  readonly block: number;
  /** How far the reading head has moved over to it, 0 to 1. */
  readonly arrived: number;
  /** How far the maximum has moved and the old sums with it. */
  readonly rescaled: number;
  /** How far the block's own terms have joined. */
  readonly joined: number;
}

/** A step of a block is three motions: the head moves on, the old sums shrink, new terms join. */
export function motion({ blocks }: Model, t: number): Motion {
  const block = Math.min(blocks.length, Math.ceil(t - 1e-9)) - 1;
  const at = (from: number, to: number): number => progress(t, block + from, block + to);
  return { block, arrived: at(0, 0.3), rescaled: at(0.3, 0.65), joined: at(0.65, 1) };
}

/** How visible a register's cell is after block b: 0 before its motion, 1 after it. */
export function visible(now: Motion, b: number, register: 'm' | 'rescale' | 'l' | 'o'): number {
  if (b !== now.block) return b < now.block ? 1 : 0;
  return register === 'm' || register === 'rescale' ? now.rescaled : now.joined;
}

/** A term of the sums while they move: e^(s − maximum) of score i, and its share of o. */
export interface Term {
  readonly i: number;
  readonly l: number;
  readonly o: number;
}

/** The terms of all scores read so far, relative to a maximum that is on its way. */
export function terms({ scores, values, blocks, m }: Model, now: Motion): Term[] {
  if (now.block < 0) return [];
  const to = m[now.block];
  const from = now.block > 0 ? m[now.block - 1] : to;
  const maximum = from + (to - from) * now.rescaled;
  return blocks.slice(0, now.block + 1).flatMap((positions, b) =>
    positions.map((i) => {
      const joined = b === now.block ? now.joined : 1;
      const l = joined * Math.exp(scores[i] - (b === now.block ? to : maximum));
      return { i, l, o: l * values[i] };
    }),
  );
}
