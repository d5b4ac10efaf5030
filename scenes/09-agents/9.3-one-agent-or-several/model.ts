/** What a reader can change. */
export interface Givens {
  readonly agents: number;
  readonly p_success: number;
  readonly p_handoff: number;
  readonly calls_per_agent: number;
  /** Seconds a call. */
  readonly latency: number;
  /** Dollars a call. */
  readonly price: number;
  readonly specialist_gain: number;
}

/** What a design takes, and how often it succeeds. */
export interface Design {
  readonly calls: number;
  readonly latency_total: number;
  readonly cost_total: number;
  readonly p_all: number;
}

export interface Model extends Givens, Design {
  /** How often one of the agents succeeds. */
  readonly p_agent: number;
  /** The same task given to one agent alone. */
  readonly single: Design;
  /** What is left of success after each agent and each hand-off, in their order. */
  readonly survival: readonly number[];
}

/** Several agents in a chain, each with its part of the task, beside one with all of it. */
export function compareDesigns(givens: Givens): Model {
  const { agents, p_success, p_handoff, specialist_gain } = givens;
  const p_agent = agents > 1 ? Math.min(1, p_success + specialist_gain) : p_success;
  const survival = [p_agent];
  for (let i = 1; i < agents; i += 1) {
    const before = survival[survival.length - 1];
    survival.push(before * p_handoff, before * p_handoff * p_agent);
  }
  return {
    ...givens,
    ...designOf(agents, givens),
    p_all: allSucceed(p_agent, givens),
    p_agent,
    survival,
    single: { ...designOf(1, givens), p_all: p_success },
  };
}

const designOf = (agents: number, { calls_per_agent, latency, price }: Givens) => {
  const calls = agents * calls_per_agent;
  return { calls, latency_total: calls * latency, cost_total: calls * price };
};

/** How often a whole chain succeeds: every agent, and every hand-off between them. */
export const allSucceed = (
  p_agent: number,
  { agents, p_handoff }: Pick<Givens, 'agents' | 'p_handoff'>,
): number => p_agent ** agents * p_handoff ** (agents - 1);

/** Who is in the chain. */
const NAMES = ['researcher', 'writer', 'critic', 'editor'];

export const nameOf = (agent: number, agents: number): string =>
  agents === 1 ? 'agent' : (NAMES[agent] ?? `agent ${agent + 1}`);
