import { eased, type Unfolding } from '../../../src/author';
import type { Model } from './model';

/** What a block changes, in the order it does. */
export type Register = 'm' | 'rescale' | 'l' | 'o' | 'naive';

/** When each register gets its number, as shares of the step of its block. */
const PHASES: Readonly<Record<Register, readonly [from: number, to: number]>> = {
  m: [0.2, 0.4],
  rescale: [0.4, 0.6],
  l: [0.6, 0.8],
  o: [0.75, 0.95],
  naive: [0.75, 0.95],
};

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
  /** How far what a register is computed from has come to it, after block b. */
  carried(register: Register, b: number): number;
}

export function motion({ blocks }: Model, unfolding: Unfolding): Motion {
  const read = (b: number): number => (b < 0 ? 0 : unfolding.sweep(`block.${b}`, 0, 1));
  const block = blocks.findLastIndex((_, b) => read(b) > 1e-6);
  const at = (from: number, to: number): number => eased(read(block), from, to);
  return {
    block,
    arrived: at(0, 0.2),
    rescaled: at(...PHASES.rescale),
    joined: at(PHASES.l[0], PHASES.o[1]),
    carried: (register, b) => eased(read(b), ...PHASES[register]),
  };
}

/** A term of the sums while they move: e^(s − maximum) of score i, and its share of o. */
export interface Term {
  readonly i: number;
  readonly l: number;
  readonly o: number;
}

/** The terms of all scores read so far, relative to a maximum that is on its way. */
export function terms(
  { scores, values, blocks, m }: Model,
  now: Pick<Motion, 'block' | 'rescaled' | 'joined'>,
): Term[] {
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
