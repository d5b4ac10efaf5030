import { worse, type Compute, type Race } from '../../../src/author';
import { compareFirstSteps } from '../../../src/learn/first-steps';
import { RecordedRun } from '../../../src/learn/recorded-run';
import { adding } from './adding';
import { BATCH, LAST, LENGTH, type ScaleGivens } from './settings';

export type Run = RecordedRun<'loss' | 'norm'>;

/** One network from the same weights on the same data: as it is, and with its gradients clipped. */
export interface ClippingRace extends Race {
  readonly values: ScaleGivens;
  readonly free: Run;
  readonly clipped: Run;
}

/** Steps over which a device is compared with float64. */
export const CHECKED = 2;

/** Steps between two states that are kept: near to where a run breaks, so that it is soon found. */
const SPACING = 8;

export async function openRace(compute: Compute, values: ScaleGivens): Promise<ClippingRace> {
  const { rate: lr, seed, limit } = values;
  const settings = [undefined, limit].map((clip) => ({ lr, seed, clip }));
  // The twins are asked first: they compute while the device compiles.
  const checking = Promise.all(settings.map((each) => check(compute, each)));
  const opening = settings.map((each) => {
    const { trained, tensors } = adding(compute, each);
    return RecordedRun.open(trained, tensors, LAST, { spacing: SPACING });
  });
  const [checks, free, clipped] = await Promise.all([checking, ...opening]);
  return {
    ...{ values, free, clipped, runs: [free, clipped] },
    agreement: checks.reduce(worse),
    each: 2 * LENGTH * BATCH,
    unit: 'numbers read',
  };
}

/** The recurrent weights after the first steps, beside those of float64. */
function check(compute: Compute, settings: Parameters<typeof adding>[1]) {
  const { trained, recurrent } = adding(compute, settings);
  return compareFirstSteps(trained, {
    tensor: recurrent,
    steps: CHECKED,
    // A gradient is summed over all numbers that are read.
    terms: LENGTH * BATCH,
    what: settings.clip === undefined ? 'weights without clipping' : 'with it',
  });
}

/** Where a run broke, if it had by this step: the first one whose loss was none. */
export const brokenBy = ({ broken }: Run, step: number): number | undefined =>
  broken && step > broken.step ? broken.step + 1 : undefined;

/** Numbers of a run up to a step. */
export const kept = (
  run: Run,
  name: 'loss' | 'norm',
  step: number,
): (readonly [number, number])[] =>
  Array.from({ length: Math.min(step, run.step) + 1 }, (_, i) => [i, run.at(name, i)[0]]);
