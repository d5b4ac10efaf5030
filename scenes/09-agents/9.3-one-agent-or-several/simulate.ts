import agentChain, { chance, DURATIONS } from '../../../shaders/random/agent_chain';
import type { Compute } from '../../../src/author';
import type { Expectation } from './expectation';
import { mostAttempts, type ScaleGivens } from './settings';

const SEED = 93;
/** A call takes so many ticks on average. */
const TICKS = 64;
/** Of its time a call takes this share at least; the rest is exponential. */
const LEAST = 0.5;
const TIME_BINS = 96;
/** The axis of time ends at this many times the plan; longer runs are in its last bin. */
const LONGEST = 4;
/** Runs of one call. On the CPU none is cut: between two it is said how far they have come. */
const AT_ONCE = 2 ** 18;

/** Runs of one design, counted. */
export interface Counts {
  readonly runs: number;
  readonly failed: number;
  readonly succeeded: number;
  /** How many runs made 0, 1, … attempts. */
  readonly attempts: readonly number[];
  /** How many runs took so long, in bins. */
  readonly times: readonly number[];
  /** Seconds a bin; calls, where they take no time. */
  readonly aBin: number;
}

/** Runs of both designs, and the givens they were made at. */
export interface Runs {
  readonly values: ScaleGivens;
  readonly chain: Counts;
  readonly alone: Counts;
  /** What the runs of the chain come to by formula. */
  readonly expected: Expectation;
}

/** Quantiles of how long a call takes, in ticks; computed here, since a device's logarithm is not exact. */
const durations = Uint32Array.from({ length: DURATIONS }, (_, i) =>
  Math.round(TICKS * (LEAST - (1 - LEAST) * Math.log(1 - (i + 0.5) / DURATIONS))),
);

/** The design of these givens as the kernel is called, but for how many runs. */
function callOf(values: ScaleGivens, p: number) {
  const { agents, calls_per_agent, retries, returns, again, p_handoff } = values;
  return {
    bins: { attempt_bins: mostAttempts(values) + 1, time_bins: TIME_BINS },
    knobs: {
      ...{ seed: SEED, agents, calls: calls_per_agent, retries, returns },
      ...{ success: chance(p), handoff: chance(p_handoff), again: chance(again) },
      bin_width: Math.ceil((LONGEST * TICKS * agents * calls_per_agent) / TIME_BINS),
    },
  };
}

/** Simulates a design; how often one of its agents succeeds is `p`. */
export async function simulate(
  compute: Compute,
  values: ScaleGivens,
  p: number,
  progress?: (share: number) => void,
): Promise<Counts> {
  const { bins, knobs } = callOf(values, p);
  const outcomes = compute.zeros(2, 'u32');
  const attempts = compute.zeros(bins.attempt_bins, 'u32');
  const times = compute.zeros(bins.time_bins, 'u32');
  const buffers = { durations: compute.upload(durations), outcomes, attempts, times };
  for (let first = 0; first < values.runs; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, values.runs - first);
    compute.run(agentChain, {
      dimensions: { ...bins, count },
      knobs: { ...knobs, first },
      buffers,
    });
  }
  await compute.finished({ progress });
  const [[failed, succeeded], ...counts] = await compute.readAll([outcomes, attempts, times]);
  return {
    ...{ runs: values.runs, failed, succeeded },
    attempts: [...counts[0]],
    times: [...counts[1]],
    aBin: (knobs.bin_width * (values.latency || 1)) / TICKS,
  };
}

/** The same by the kernel's twin, for a few runs. */
export async function simulateByTwin(
  compute: Compute,
  values: ScaleGivens,
  p: number,
): Promise<readonly number[]> {
  const { bins, knobs } = callOf(values, p);
  const zeros = (length: number): Uint32Array => new Uint32Array(length);
  const { outcomes, attempts, times } = await compute.twin(agentChain, {
    dimensions: { ...bins, count: values.runs },
    knobs: { ...knobs, first: 0 },
    buffers: {
      durations,
      outcomes: zeros(2),
      attempts: zeros(bins.attempt_bins),
      times: zeros(bins.time_bins),
    },
  });
  return [...outcomes, ...attempts, ...times];
}
