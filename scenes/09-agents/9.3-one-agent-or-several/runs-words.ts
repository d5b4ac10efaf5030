import { decimals, show, significant } from '../../../src/author';
import { meanOf } from './expectation';
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

const percent = (share: number): string => `${show(100 * share, decimals(2))}\u00a0%`;

/** Dollars, or calls where they are free. */
export const costOf = ({ values: { calls_per_agent, price } }: Runs, attempts: number): number =>
  attempts * calls_per_agent * (price || 1);

export const unitOf = ({ values: { price } }: Runs): string => (price > 0 ? 'dollars' : 'calls');

const money = (runs: Runs, attempts: number): string =>
  `${show(costOf(runs, attempts), significant(3))} ${unitOf(runs)}`;

/** What came out, in one sentence. */
export function findingOf(runs: Runs): string {
  const { values, chain, expected } = runs;
  const most = dearest(chain);
  return `One run in a hundred costs at least ${money(runs, most)}, ${show(most / values.agents, significant(2))} times the plan; of ${chain.runs.toLocaleString('en')} runs ${percent(chain.succeeded / chain.runs)} succeed, and the formula says ${percent(expected.success)}.`;
}

/** The means beside those of the formula. */
export function detailsOf(runs: Runs): string {
  const { chain, expected } = runs;
  const [measured, formula] = [chain.attempts, expected.attempts].map(meanOf);
  return `The mean run of the chain costs ${money(runs, measured)}; by formula, ${money(runs, formula)}.`;
}

/** The charts as text, with their numbers. */
export function describeRuns(runs: Runs): string {
  const of = (name: string, counts: Counts): string =>
    `${name}: ${percent(counts.succeeded / counts.runs)} succeed, the mean run costs ${money(runs, meanOf(counts.attempts))}, the dearest in a hundred at least ${money(runs, dearest(counts))}.`;
  return `Two histograms of simulated runs, by cost and by time. ${of('The chain', runs.chain)} ${of('One agent', runs.alone)}`;
}
