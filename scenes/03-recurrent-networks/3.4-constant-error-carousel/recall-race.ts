import { compareWithTwin, worse, type Compute, type Race } from '../../../src/author';
import { RecordedRun } from '../../../src/learn/recorded-run';
import { twinSteps } from '../../../src/learn/twin-steps';
import { cells, recalling, type Cell } from './recall';
import { delaysOf, STEPS, SYMBOLS, type ScaleGivens } from './settings';

type Run = RecordedRun<'loss' | 'logits'>;

/** A network of either kind for every delay, and what they have learned by each step. */
export interface RecallRace extends Race {
  readonly values: ScaleGivens;
  readonly delays: readonly number[];
  readonly of: Readonly<Record<Cell, readonly Run[]>>;
}

/** Steps over which a device is compared with float64: later ones magnify roundings. */
export const CHECKED = 4;
/** Adam takes as long a step for a small gradient as for a large one, so a rounding weighs more. */
const BOUND = { absolute: 1e-3, relative: 1e-3 };

export const kinds = Object.keys(cells) as Cell[];

export async function openRace(compute: Compute, values: ScaleGivens): Promise<RecallRace> {
  const delays = delaysOf(values);
  const open = (cell: Cell): Promise<Run[]> =>
    Promise.all(
      delays.map((delay) => {
        const { trained, tensors } = recalling(compute, cell, delay, values);
        return RecordedRun.open(trained, tensors, STEPS);
      }),
    );
  const of = { rnn: await open('rnn'), lstm: await open('lstm') };
  const checks = await Promise.all(kinds.map((cell) => check(compute, cell, delays[0], values)));
  return {
    ...{ values, delays, of, runs: [...of.rnn, ...of.lstm] },
    agreement: checks.reduce(worse),
    each: kinds.length * SYMBOLS * delays.reduce((sum, delay) => sum + delay + 2, 0),
    unit: 'symbols read',
  };
}

/** The logits of the shortest delay after the first steps, beside those of float64. */
async function check(compute: Compute, cell: Cell, delay: number, values: ScaleGivens) {
  const { trained, tensors } = recalling(compute, cell, delay, values);
  const inFloat64 = await twinSteps(trained, CHECKED + 1);
  const run = await RecordedRun.open(trained, tensors, CHECKED);
  await run.goTo(CHECKED);
  run.release();
  const what = { rnn: 'logits of the plain network', lstm: 'of the LSTM' }[cell];
  return compareWithTwin(run.at('logits', CHECKED), inFloat64(tensors.logits), BOUND, what);
}

/** The share of symbols that a network names rightly after so many steps. */
export function accuracyAt(run: Run, step: number): number {
  const logits = run.at('logits', Math.min(step, run.step));
  let right = 0;
  for (let symbol = 0; symbol < SYMBOLS; symbol += 1) {
    const row = logits.subarray(symbol * SYMBOLS, (symbol + 1) * SYMBOLS);
    if (row.every((logit, other) => other === symbol || logit < row[symbol])) right += 1;
  }
  return right / SYMBOLS;
}

/** The losses of a network up to a step. */
export const lossesOf = (run: Run, step: number): (readonly [number, number])[] =>
  Array.from({ length: Math.min(step, run.step) + 1 }, (_, i) => [i, run.at('loss', i)[0]]);
