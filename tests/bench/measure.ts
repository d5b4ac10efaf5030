import type { Compute } from '../../src/compute/compute';
import type { CeilingName, Ceilings, Rates } from './ceilings';
import {
  contenders as names,
  deviceOf,
  type Contender,
  type ContenderName,
  type Openers,
} from './contender';
import { judge, type Verdict } from './judge';
import { contenderOf, type Ours } from './ours';
import { batchFor, median, roundsFor, time } from './timing';
import type { Expected, Workload } from './workload';

export interface Result {
  readonly name: ContenderName;
  /** What it could not do, and nothing else then. */
  readonly error?: string;
  readonly verdict?: Verdict;
  /** Milliseconds of the very first run, with what it compiles and uploads. */
  readonly first?: number;
  /** Runs in a batch. */
  readonly batch?: number;
  /** Milliseconds a run, by round. */
  readonly times?: readonly number[];
  readonly median?: number;
  readonly fastest?: number;
  /** Median of what the canary would have done in the time, in 10⁶ operations, round by round. */
  readonly ofCanary?: number;
}

export interface Measured {
  readonly name: string;
  readonly title: string;
  readonly work: Workload['work'];
  readonly bound: Workload['bound'];
  readonly rounds: number;
  /** The machine's own, by round. */
  readonly ceilings: readonly Rates[];
  readonly results: readonly Result[];
}

/** The ceiling that a time is held against: when it falls, something else runs on the machine. */
const canaryOf = (name: ContenderName): CeilingName =>
  deviceOf(name) === 'gpu' ? 'wgslFma' : 'float64';

interface Entrant {
  readonly name: ContenderName;
  readonly contender: Contender;
  readonly verdict: Verdict;
  readonly first: number;
  readonly batch: number;
  readonly rounds: number;
  readonly times: number[];
  readonly shares: number[];
}

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

async function enter(
  name: ContenderName,
  open: () => Promise<Contender>,
  workload: Workload,
  expected: Expected,
  rounds: number,
): Promise<Entrant> {
  const contender = await open();
  const first = await time(contender);
  const verdict = judge(await contender.read(), expected, workload.bound);
  const again = await time(contender);
  return {
    name,
    contender,
    verdict,
    first,
    batch: again < 1000 ? await batchFor(contender) : 1,
    rounds: roundsFor(again, rounds),
    times: [],
    shares: [],
  };
}

function openersOf(workload: Workload, ours: Ours): Openers {
  const open = (compute: Compute) => async () =>
    contenderOf(compute, (scope) => workload.program(scope));
  return {
    'ours gpu': open(ours.gpu),
    'ours cpu': open(ours.workers),
    'ours cpu, page': open(ours.page),
    ...workload.peers,
  };
}

/** Everybody on one workload: verified, then timed in rounds, in reversed order in every other. */
export async function measure(
  workload: Workload,
  ours: Ours,
  ceilings: Ceilings,
  { rounds, only }: { readonly rounds: number; readonly only?: string },
): Promise<Measured> {
  const expected = await workload.expected();
  const openers = openersOf(workload, ours);
  const entrants: Entrant[] = [];
  const failed: Result[] = [];
  for (const name of names) {
    const open = openers[name];
    if (!open || (only !== undefined && !name.startsWith(only))) continue;
    try {
      entrants.push(await enter(name, open, workload, expected, rounds));
    } catch (error) {
      failed.push({ name, error: sentence(error) });
    }
  }
  const rates: Rates[] = [];
  for (let round = 0; round < rounds; round += 1) {
    rates.push(await ceilings.measure());
    const order = round % 2 === 0 ? entrants : [...entrants].reverse();
    for (const { name, contender, batch, rounds: taking, times, shares } of order) {
      if (round >= taking) continue;
      const took = await time(contender, batch);
      times.push(took);
      shares.push(took * rates[round][canaryOf(name)]);
    }
  }
  for (const { contender } of entrants) await contender.release();
  const results = entrants.map(({ name, verdict, first, batch, times, shares }): Result => ({
    name,
    verdict,
    first,
    batch,
    times,
    median: median(times),
    fastest: Math.min(...times),
    ofCanary: median(shares),
  }));
  const { name, title, work, bound } = workload;
  return { name, title, work, bound, rounds, ceilings: rates, results: [...results, ...failed] };
}
