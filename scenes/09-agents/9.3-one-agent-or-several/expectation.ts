import { mostAttempts, type ScaleGivens } from './settings';

/** What runs of a design come to, without simulating any. */
export interface Expectation {
  readonly success: number;
  /** The probability of 0, 1, … attempts. */
  readonly attempts: readonly number[];
}

/** Follows all runs at once, agent by agent; `p` is how often an attempt of one agent succeeds. */
export function expectation(values: ScaleGivens, p: number): Expectation {
  const { agents, retries, returns, again, p_handoff } = values;
  const attempts = new Array<number>(mostAttempts(values) + 1).fill(0);
  // The probability to be under way after so many attempts.
  let underWay = [1];

  /** This share goes on; the rest ends here. How much that is. */
  const part = (share: number): number => {
    let ended = 0;
    for (const [made, reached] of underWay.entries()) {
      attempts[made] += reached * (1 - share);
      ended += reached * (1 - share);
    }
    underWay = underWay.map((reached) => reached * share);
    return ended;
  };
  const work = (): void => {
    const done = new Array<number>(underWay.length + retries + 1).fill(0);
    for (const [made, reached] of underWay.entries()) {
      for (let failed = 0; failed <= retries; failed += 1) {
        done[made + failed + 1] += reached * (1 - p) ** failed * p;
      }
      attempts[made + retries + 1] += reached * (1 - p) ** (retries + 1);
    }
    underWay = done;
  };

  work();
  for (let i = 1; i < agents; i += 1) {
    part(p_handoff);
    work();
  }
  let success = 0;
  for (let sent = 0; agents > 1 && sent < returns; sent += 1) {
    success += part(again);
    work();
    part(p_handoff);
    work();
  }
  return { success: success + part(0), attempts };
}

/** The mean of a number that is i with weight `weights[i]`. */
export function meanOf(weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, i) => sum + i * weight, 0) / total;
}
