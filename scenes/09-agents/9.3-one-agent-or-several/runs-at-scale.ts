import agentChain from '../../../shaders/random/agent_chain';
import {
  ChartAtScale,
  compareWithTwin,
  type Agreement,
  type Compute,
  type Computed,
  type ScaleDrawing,
  type ScaleFrame,
  type Watched,
} from '../../../src/author';
import { expectation } from './expectation';
import { compareDesigns } from './model';
import { drawRuns } from './runs-frame';
import { describeRuns, detailsOf, findingOf } from './runs-words';
import type { ScaleGivens } from './settings';
import { simulate, simulateByTwin, type Runs } from './simulate';

/** How many runs the twin repeats. */
const CHECKED = 4096;
/** What the chain is of the work, the one agent being the rest. */
const CHAIN = 0.75;

/** Both designs, run after run: what they cost and how long they take. */
export class RunsAtScale extends ChartAtScale<ScaleGivens, Runs> {
  protected readonly waiting = 'The runs are being simulated.';

  protected async compute(
    work: Compute,
    values: ScaleGivens,
    { progress }: Watched,
  ): Promise<Computed<Runs>> {
    const { p_agent, p_success } = compareDesigns(values);
    const [[chain, alone], elapsed] = await this.timed(async () => [
      await simulate(work, values, p_agent, (share) => progress(CHAIN * share)),
      await simulate(work, { ...values, agents: 1 }, p_success, (share) =>
        progress(CHAIN + (1 - CHAIN) * share),
      ),
    ]);
    const agreement = await check(work, values, p_agent);
    const found = { values, chain, alone, expected: expectation(values, p_agent) };
    return {
      found,
      report: {
        count: 2 * values.runs,
        unit: 'runs',
        elapsed,
        agreement,
        finding: findingOf(found),
        details: detailsOf(found),
      },
    };
  }

  protected chart(runs: Runs, frame: ScaleFrame): ScaleDrawing {
    return drawRuns(runs, frame);
  }

  protected words(runs: Runs): string {
    return describeRuns(runs);
  }
}

/** The first runs of the chain again, against the twin: every count must be the same. */
async function check(compute: Compute, values: ScaleGivens, p: number): Promise<Agreement> {
  const few = { ...values, runs: Math.min(CHECKED, values.runs) };
  const { failed, succeeded, attempts, times } = await simulate(compute, few, p);
  return compareWithTwin(
    [failed, succeeded, ...attempts, ...times],
    await simulateByTwin(compute, few, p),
    agentChain.bound,
    `counts of the first ${few.runs.toLocaleString('en')} runs`,
  );
}
