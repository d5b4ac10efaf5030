import type { Slip } from '../../../src/author';
import type { Model } from './model';

const several = ({ agents }: Model): boolean => agents > 1;

/** A wrong number, where it is not the right one by chance. */
const slip = <F extends 'calls' | 'latency_total' | 'cost_total' | 'p_all'>(
  field: F,
  hint: string,
  highlights: readonly string[],
  wrong: (model: Model) => number,
): Slip<Model> => ({
  field,
  hint,
  highlights,
  value(model) {
    const value = wrong(model);
    return several(model) && Math.abs(value - model[field]) > 1e-9 ? value : undefined;
  },
});

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  slip(
    'calls',
    'These are the calls of one agent. Each of them makes as many.',
    ['agents'],
    ({ calls_per_agent }) => calls_per_agent,
  ),
  slip(
    'calls',
    'A hand-off was counted as a call. It passes on what an agent has already said.',
    ['calls_per_agent'],
    ({ calls, agents }) => calls + agents - 1,
  ),
  slip(
    'latency_total',
    'This is the time if all agents worked in parallel. Each waits for the one before.',
    ['agents'],
    ({ calls_per_agent, latency }) => calls_per_agent * latency,
  ),
  slip(
    'latency_total',
    'One call for each agent was counted. Every agent makes several.',
    ['calls_per_agent'],
    ({ agents, latency }) => agents * latency,
  ),
  slip(
    'cost_total',
    'This is the price of one agent’s calls. All agents are paid for.',
    ['agents'],
    ({ calls_per_agent, price }) => calls_per_agent * price,
  ),
  slip(
    'p_all',
    'The probabilities were averaged. Everything has to go right at once, so they multiply.',
    ['p_success'],
    ({ p_success }) => p_success,
  ),
  slip(
    'p_all',
    'This is how often one specialist succeeds. All of them have to.',
    ['agents'],
    ({ p_agent }) => p_agent,
  ),
  slip(
    'p_all',
    'The hand-offs were forgotten, and so was the gain. What passes between agents can get lost.',
    ['p_handoff', 'specialist_gain'],
    ({ p_success, agents }) => p_success ** agents,
  ),
  slip(
    'p_all',
    'The hand-offs were forgotten. What passes between agents can get lost.',
    ['p_handoff'],
    ({ p_agent, agents }) => p_agent ** agents,
  ),
  slip(
    'p_all',
    'The gain was forgotten. A specialist succeeds more often than one agent with the whole task.',
    ['specialist_gain'],
    ({ p_success, p_handoff, agents }) => p_success ** agents * p_handoff ** (agents - 1),
  ),
  slip(
    'p_all',
    'One hand-off too many was counted. They lie between the agents.',
    ['p_handoff'],
    ({ p_agent, p_handoff, agents }) => (p_agent * p_handoff) ** agents,
  ),
];
