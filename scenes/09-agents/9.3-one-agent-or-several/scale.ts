import { numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

const most = { hardware: 2 ** 24, software: 2 ** 18, cpu: 2 ** 18 };

export const scale = scaleFor<Givens>()({
  params: {
    runs: wholeGiven({
      label: 'runs',
      default: 2 ** 24,
      min: 2 ** 12,
      max: 2 ** 26,
      step: 2 ** 12,
      logarithmic: true,
    }),
    retries: wholeGiven({ label: 'retries', default: 2, min: 0, max: 8 }),
    again: numberGiven({
      label: 'sent back with probability',
      default: 0.25,
      min: 0,
      max: 1,
      step: 0.05,
    }),
    returns: wholeGiven({ label: 'times at most', default: 3, min: 0, max: 8 }),
  },
  idle: ({ agents, again, returns }) => [
    ...(agents === 1 || returns === 0 ? (['again'] as const) : []),
    ...(agents === 1 || again === 0 ? (['returns'] as const) : []),
  ],
  uses: [
    'agents',
    'p_success',
    'p_handoff',
    'calls_per_agent',
    'latency',
    'price',
    'specialist_gain',
  ],
  question: 'How far above plan is the dearest run in a hundred?',
  intro:
    'Each run is simulated call by call. An agent that fails tries again, the last one may send the work back, and a lost hand-off ends the run. A call takes half its time at least; the rest is random.',
  kernels: ['agent_chain'],
  defaults: (adapter) => ({ runs: most[adapter] }),
  open: async (stage) => new (await import('./runs-at-scale')).RunsAtScale(stage),
});
