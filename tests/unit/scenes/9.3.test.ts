import { describe, expect, it } from 'vitest';
import agentChain, { chance, DURATIONS } from '../../../shaders/random/agent_chain';
import { expectation } from '../../../scenes/09-agents/9.3-one-agent-or-several/expectation';
import { defaultsOf } from '../../../src/state/params';
import scene from '../../../scenes/09-agents/9.3-one-agent-or-several/scene';

const RUNS = 20_000;
const BINS = 400;

const designs = [
  { agents: 1, retries: 0, again: 0, returns: 0 },
  { agents: 3, retries: 2, again: 0.25, returns: 3 },
  { agents: 4, retries: 0, again: 0.5, returns: 8 },
  { agents: 2, retries: 5, again: 1, returns: 1 },
];

describe('9.3: the formulas at scale', () => {
  it.each(designs)('say what runs of %j come to', (design) => {
    const values = { ...defaultsOf(scene.params), ...design, runs: RUNS };
    const p = 0.8;
    const [outcomes, attempts] = [new Float64Array(2), new Float64Array(BINS)];
    agentChain.cpu({
      dimensions: { count: RUNS, attempt_bins: BINS, time_bins: 1 },
      knobs: {
        ...{ seed: 1, first: 0, agents: design.agents, calls: 1, bin_width: 1 },
        ...{ retries: design.retries, returns: design.returns, success: chance(p) },
        ...{ handoff: chance(values.p_handoff), again: chance(design.again) },
      },
      buffers: {
        ...{ durations: new Uint32Array(DURATIONS), outcomes, attempts },
        times: new Float64Array(1),
      },
      slots: {},
      batches: {},
    });
    const said = expectation(values, p);
    const likely = (share: number): number => 4.5 * Math.sqrt(RUNS * share * (1 - share)) + 1e-6;
    expect(Math.abs(outcomes[1] - RUNS * said.success)).toBeLessThan(likely(said.success));
    for (const [made, share] of said.attempts.entries()) {
      expect(Math.abs(attempts[made] - RUNS * share)).toBeLessThan(likely(share));
    }
  });
});
