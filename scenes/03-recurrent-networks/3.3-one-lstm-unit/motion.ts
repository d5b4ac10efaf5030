import { GATES, type Gate, type Model } from './model';
import type { Unfolding } from '../../../src/author';

/** How far each step has come, from 0 to 1; the motion of the picture and what it shows. */
export interface Motion {
  /** Whether it is known how far a valve is open, or what the candidate is. */
  known(gate: Gate): number;
  readonly keeping: number;
  readonly writing: number;
  readonly adding: number;
  readonly showing: number;
}

export const motionOf = ({ gates }: Model, unfolding: Unfolding): Motion => ({
  known: (gate) =>
    gates === 'given' ? 1 : unfolding.sweep('gates', GATES.indexOf(gate), GATES.length),
  keeping: unfolding.progress('forget'),
  writing: unfolding.progress('write'),
  adding: unfolding.progress('cell'),
  showing: unfolding.progress('state'),
});
