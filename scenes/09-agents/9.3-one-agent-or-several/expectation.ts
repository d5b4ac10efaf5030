import type { ScaleGivens } from './settings';

/** What a design with retries and returns comes to, where a formula says it. */
export interface Expectation {
  /** The probability that a run succeeds. */
  readonly success: number;
  /** The mean number of attempts of a run. */
  readonly attempts: number;
}

/** Geometric sums over agents and returns; `p` is how often an attempt of one agent succeeds. */
export function expectation(values: ScaleGivens, p: number): Expectation {
  const { agents, retries, returns, again, p_handoff: h } = values;
  // An agent with retries succeeds, and tries so often on average, however it ends.
  const s = 1 - (1 - p) ** (retries + 1);
  const tries = p > 0 ? s / p : retries + 1;
  let reached = 1;
  let attempts = 0;
  for (let i = 0; i < agents; i += 1) {
    attempts += reached * tries;
    reached *= s * (i < agents - 1 ? h : 1);
  }
  if (agents === 1) return { success: reached, attempts };
  let success = 0;
  for (let sent = 0; sent < returns; sent += 1) {
    success += reached * (1 - again);
    reached *= again;
    attempts += reached * (tries + s * h * tries);
    reached *= s * h * s;
  }
  return { success: success + reached, attempts };
}
