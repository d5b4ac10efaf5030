import type { Unfolding } from '../../../src/author';
import type { Model } from './model';
import type { Run } from './recording';

/** What the picture shows: a run, and how far it has come. */
export interface Moment {
  readonly run: Run;
  /** Steps that are over. */
  readonly done: number;
  /** How far the next one has come; after the last one, the way to END. */
  readonly fraction: number;
  /** Whether it is known why the run ended. */
  readonly told: boolean;
}

export function momentAt({ recording }: Model, unfolding: Unfolding): Moment {
  const { run, runaway } = recording;
  const away = unfolding.t > unfolding.at('runaway') - 1 + 1e-9;
  const shown = away ? runaway : run;
  const count = shown.steps.length + 1;
  const step = away ? 'runaway' : 'run';
  const come = (i: number): number => unfolding.sweep(step, i, count);
  const over = Array.from({ length: count }, (_, i) => come(i)).filter((each) => each === 1).length;
  const done = Math.min(over, shown.steps.length);
  return {
    run: shown,
    done,
    fraction: over === count ? 1 : come(over),
    told: away ? over === count : unfolding.progress('stop') > 0,
  };
}
