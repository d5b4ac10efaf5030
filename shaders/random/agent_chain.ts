import { kernel, spread } from '../../src/compute/kernel';
import { threefry2x32 } from '../../src/math/random';
import wgsl from './agent_chain.wgsl?raw';
import threefry from './lib/threefry.wgsl?raw';

/** How long a call takes is drawn from so many durations. */
export const DURATIONS = 256;

/** A probability as a knob: compared with 31 random bits, so that 0 never and 1 always happens. */
export const chance = (p: number): number => Math.round(p * 2 ** 31);

/**
 * Runs of a chain of agents, counted by how they end. An agent makes its `calls` and succeeds by
 * chance, else it tries again, at most `retries` times; then the run has failed. It hands its result
 * over, which gets lost by chance: the run has failed too. The last agent sends the work back to the
 * one before by chance `again`, at most `returns` times. Adds to `outcomes` (failed, succeeded),
 * `attempts` (how many were made) and `times` (the durations of all calls, in bins of `bin_width`;
 * what is longer is in the last). Run i draws from words (`first` + i, 0), (`first` + i, 1) … of
 * Threefry under `seed`; all is whole numbers, so the counts are the same on every device.
 */
export default kernel({
  name: 'agent_chain',
  dimensions: ['count', 'attempt_bins', 'time_bins'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    first: { type: 'u32', min: 0, max: ({ count }) => 2 ** 32 - count },
    agents: { type: 'u32', min: 1, max: 8 },
    calls: { type: 'u32', min: 1, max: 12 },
    retries: { type: 'u32', min: 0, max: 8 },
    returns: { type: 'u32', min: 0, max: 8 },
    success: { type: 'u32', min: 0, max: 2 ** 31 },
    handoff: { type: 'u32', min: 0, max: 2 ** 31 },
    again: { type: 'u32', min: 0, max: 2 ** 31 },
    bin_width: { type: 'u32', min: 1, max: 2 ** 20 },
  },
  reads: {
    durations: {
      shape: [DURATIONS],
      type: 'u32',
      fill: (random) => Math.floor(500 * random.uniform()),
    },
  },
  updates: {
    outcomes: { shape: [2], type: 'u32', fill: (random) => Math.floor(9 * random.uniform()) },
    attempts: {
      shape: ['attempt_bins'],
      type: 'u32',
      fill: (random) => Math.floor(9 * random.uniform()),
    },
    times: {
      shape: ['time_bins'],
      type: 'u32',
      fill: (random) => Math.floor(9 * random.uniform()),
    },
  },
  variants: { direct: { wgsl: threefry + wgsl, workgroups: ({ count }) => spread(count, 64) } },
  cpu({ dimensions: { count, attempt_bins, time_bins }, knobs, buffers }) {
    const { seed, first, agents, calls, retries, returns, success, handoff, again } = knobs;
    const { durations, outcomes, attempts, times } = buffers;
    for (let i = 0; i < count; i += 1) {
      let drawn = 0;
      const draw = (): [number, number] => threefry2x32(seed, 0, first + i, drawn++);
      let [made, time, agent, sent] = [0, 0, 0, 0];
      let state: 'failed' | 'succeeded' | 'going' = 'going';
      while (state === 'going') {
        let chances: readonly [number, number] = [0, 0];
        let done = false;
        for (let attempt = 0; attempt <= retries && !done; attempt += 1) {
          made += 1;
          let words: readonly [number, number] = [0, 0];
          for (let call = 0; call < calls; call += 1) {
            if (call % 8 === 0) words = draw();
            const word = words[call % 8 > 3 ? 1 : 0];
            time += durations[(word >>> (8 * (call % 4))) & 255];
          }
          const [x, y] = draw();
          chances = [x >>> 1, y >>> 1];
          done = chances[0] < success;
        }
        if (!done) state = 'failed';
        else if (agent < agents - 1) {
          agent += 1;
          if (chances[1] >= handoff) state = 'failed';
        } else if (agents > 1 && sent < returns && chances[1] < again) {
          sent += 1;
          agent -= 1;
        } else state = 'succeeded';
      }
      outcomes[state === 'succeeded' ? 1 : 0] += 1;
      attempts[Math.min(made, attempt_bins - 1)] += 1;
      times[Math.min(Math.floor(time / knobs.bin_width), time_bins - 1)] += 1;
    }
  },
  bound: { absolute: 0, relative: 0, why: 'integers are compared' },
  edges: [
    {
      title: 'when nothing can fail, every agent works once',
      dimensions: { count: 5, attempt_bins: 5, time_bins: 4 },
      knobs: {
        ...{ seed: 1, first: 0, agents: 3, calls: 2, retries: 2, returns: 0 },
        ...{ success: 2 ** 31, handoff: 2 ** 31, again: 0, bin_width: 4 },
      },
      buffers: {
        durations: new Array<number>(DURATIONS).fill(2),
        ...{ outcomes: [0, 0], attempts: [0, 0, 0, 0, 0], times: [0, 0, 0, 0] },
      },
      expected: { outcomes: [0, 5], attempts: [0, 0, 0, 5, 0], times: [0, 0, 0, 5] },
    },
    {
      title: 'an agent that never succeeds uses up its retries, on top of earlier counts',
      dimensions: { count: 3, attempt_bins: 4, time_bins: 1 },
      knobs: {
        ...{ seed: 1, first: 9, agents: 2, calls: 1, retries: 1, returns: 3 },
        ...{ success: 0, handoff: 2 ** 31, again: 2 ** 31, bin_width: 1 },
      },
      buffers: { outcomes: [1, 1], attempts: [1, 0, 0, 0], times: [4] },
      expected: { outcomes: [4, 1], attempts: [1, 0, 3, 0], times: [7] },
    },
    {
      title: 'work that is always sent back goes back as often as it may, then it is done',
      dimensions: { count: 2, attempt_bins: 9, time_bins: 1 },
      knobs: {
        ...{ seed: 3, first: 0, agents: 2, calls: 1, retries: 0, returns: 3 },
        ...{ success: 2 ** 31, handoff: 2 ** 31, again: 2 ** 31, bin_width: 1 },
      },
      buffers: { outcomes: [0, 0], attempts: new Array<number>(9).fill(0), times: [0] },
      expected: { outcomes: [0, 2], attempts: [0, 0, 0, 0, 0, 0, 0, 0, 2], times: [2] },
    },
    {
      title: 'one agent alone has nobody to send its work back to',
      dimensions: { count: 4, attempt_bins: 3, time_bins: 1 },
      knobs: {
        ...{ seed: 3, first: 0, agents: 1, calls: 9, retries: 0, returns: 8 },
        ...{ success: 2 ** 31, handoff: 0, again: 2 ** 31, bin_width: 1 },
      },
      buffers: { outcomes: [0, 0], attempts: [0, 0, 0], times: [0] },
      expected: { outcomes: [0, 4], attempts: [0, 4, 0], times: [4] },
    },
  ],
});
