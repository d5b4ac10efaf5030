import agentChain from '../../../shaders/random/agent_chain';
import {
  ScalePicture,
  compareWithTwin,
  type Agreement,
  type Compute,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
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
export class RunsAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private shown: Runs | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.shown && drawRuns(this.shown, frame));
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const { p_agent, p_success } = compareDesigns(values);
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const chain = await simulate(work, values, p_agent, (share) => stage.progress(CHAIN * share));
      const alone = await simulate(work, { ...values, agents: 1 }, p_success, (share) =>
        stage.progress(CHAIN + (1 - CHAIN) * share),
      );
      const elapsed = stage.clock.now() - started;
      const agreement = await check(work, values, p_agent);
      signal.throwIfAborted();
      this.shown = { values, chain, alone, expected: expectation(values, p_agent) };
      await this.picture.paint();
      return {
        count: 2 * values.runs,
        unit: 'runs',
        elapsed,
        agreement,
        finding: findingOf(this.shown),
        details: detailsOf(this.shown),
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.shown ? describeRuns(this.shown) : 'The runs are being simulated.';
  }

  dispose(): void {
    this.picture.dispose();
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
