import type { Turn } from '../compute/plan';

/** Turns for calls that draw by the number of the step: `Trained.turns` of a tape on which they are. */
export const stepTurns =
  (...calls: readonly number[]) =>
  (from: number, rounds: number): Turn[] =>
    calls.map((call) => ({
      call,
      knob: 'step',
      values: Array.from({ length: rounds }, (_, i) => from + i),
    }));
