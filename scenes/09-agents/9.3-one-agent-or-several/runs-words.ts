import { decimals, show, significant } from '../../../src/author';
import { expectation } from './expectation';
import { compareDesigns } from './model';
import type { Counts, Runs } from './simulate';

/** The dearest of so many runs. */
const ONE_IN = 100;

/** The fewest attempts that the dearest run in a hundred makes. */
export function dearest({ runs, attempts }: Counts): number {
  let dearer = 0;
  for (let made = attempts.length - 1; made > 0; made -= 1) {
    dearer += attempts[made];
    if (dearer * ONE_IN >= runs) return made;
  }
  return 0;
}

const percent = (share: number): string => `${show(100 * share, decimals(2))} %`;

/** Dollars, or calls where they are free. */
export const costOf = ({ values: { calls_per_agent, price } }: Runs, attempts: number): number =>
  attempts * calls_per_agent * (price || 1);

export const unitOf = ({ values: { price } }: Runs): string => (price > 0 ? 'dollars' : 'calls');

/** What came out, in one sentence. */
export function findingOf(runs: Runs): string {
  const { values, chain } = runs;
  const { success } = expectation(values, compareDesigns(values).p_agent);
  const most = dearest(chain);
  const cost = show(costOf(runs, most), significant(3));
  return `One run in a hundred costs at least ${cost} ${unitOf(runs)}, ${show(most / values.agents, significant(2))} times the plan. Of ${chain.runs.toLocaleString('en')} runs of the chain ${percent(chain.succeeded / chain.runs)} succeed; the formula says ${percent(success)}.`;
}

/** The charts as text, with their numbers. */
export function describeRuns(runs: Runs): string {
  const of = (name: string, counts: Counts): string => {
    const mean = counts.attempts.reduce((sum, n, made) => sum + n * made, 0) / counts.runs;
    return `${name}: ${percent(counts.succeeded / counts.runs)} succeed, the mean run costs ${show(costOf(runs, mean), significant(3))} ${unitOf(runs)}, the dearest in a hundred at least ${show(costOf(runs, dearest(counts)), significant(3))}.`;
  };
  return `Two histograms of simulated runs, by cost and by time. ${of('The chain', runs.chain)} ${of('One agent', runs.alone)}`;
}
