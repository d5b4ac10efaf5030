import { worse, type Compute, type Race } from '../../../src/author';
import { compareFirstSteps } from '../../../src/learn/first-steps';
import { RecordedRun } from '../../../src/learn/recorded-run';
import { cells, recalling, type Cell } from './recall';
import { delaysOf, STEPS, SYMBOLS, type ScaleGivens } from './settings';

type Run = RecordedRun<'loss' | 'logits'>;

/** A network of either kind for every delay, and what they have learned by each step. */
export interface RecallRace extends Race {
  readonly values: ScaleGivens;
  readonly delays: readonly number[];
  readonly of: Readonly<Record<Cell, readonly Run[]>>;
}

/** Steps after which a device is compared with float64: later ones magnify roundings. */
export const CHECKED = 2;

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
  // The twins are asked first: they compute while the device compiles.
  const checking = Promise.all(kinds.map((cell) => check(compute, cell, delays[0], values)));
  const [checks, rnn, lstm] = await Promise.all([checking, open('rnn'), open('lstm')]);
  return {
    ...{ values, delays, of: { rnn, lstm }, runs: [...rnn, ...lstm] },
    agreement: checks.reduce(worse),
    each: kinds.length * SYMBOLS * delays.reduce((sum, delay) => sum + delay + 2, 0),
    unit: 'symbols read',
  };
}

/** The logits of the shortest delay after the first steps, beside those of float64. */
function check(compute: Compute, cell: Cell, delay: number, values: ScaleGivens) {
  const { trained, tensors } = recalling(compute, cell, delay, values);
  return compareFirstSteps(trained, {
    tensor: tensors.logits,
    // Logits are made from the state that a step begins in.
    steps: CHECKED + 1,
    // A gradient is summed over all symbols that are read, a unit over all others.
    terms: Math.max(SYMBOLS * (delay + 2), values.hidden + 1),
    what: { rnn: 'logits of the plain network', lstm: 'of the LSTM' }[cell],
  });
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
