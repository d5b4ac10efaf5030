import { Unfolding } from '../solution/unfolding';
import type { Step } from '../solution/step';
import type { DeviceChoice, Tab } from '../state/link';
import type { Values } from '../state/params';
import type { Answer, Problem } from './contract';

/** How the run of a scene that runs something stands; a formula is always done. */
export interface RunStatus {
  readonly state: 'busy' | 'done' | 'failed' | 'cancelled';
  /** Why it failed, in a sentence. */
  readonly message?: string;
}

/** What follows from the givens by hand. */
export interface Derived {
  /** Undefined until the first run of a scene that runs something has ended. */
  readonly model: unknown;
  readonly steps: readonly Step[];
  readonly answers: readonly Answer[];
  /** The reader's own chat model that was asked for it, by name. */
  readonly by?: string;
}

/** Everything an exercise page shows. Replaced whole at every change. */
export interface Snapshot extends Derived {
  /** The last good values of all givens: what picture, steps and answers are about. */
  readonly values: Values;
  /** What stands in each field, good or bad. */
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** Givens that change nothing at these values. */
  readonly idle: readonly string[];
  /** Sentences about parts of the link that could not be read. */
  readonly unread: readonly string[];
  readonly run: RunStatus;
  /** From 0 (all folded) to `steps.length`; fractions are motion between steps. */
  readonly t: number;
  /** A change goes on: something is typed, dragged, scrubbed or played. */
  readonly changing: boolean;
  /** The solution at this time. */
  readonly unfolding: Unfolding;
  readonly tab: Tab;
  readonly variant: number | undefined;
  /** The device the reader asked for, if any. */
  readonly device: DeviceChoice | undefined;
  readonly present: boolean;
  /** Homework: solution, answers and the code's results stay folded away. */
  readonly solutionHidden: boolean;
}

/** The same before the first step. */
export const folded = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  t: 0,
  unfolding: new Unfolding(snapshot.steps, 0),
});
