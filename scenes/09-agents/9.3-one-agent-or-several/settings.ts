import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly runs: number;
  /** How often an agent that failed may try again. */
  readonly retries: number;
  /** How often the last agent sends the work back, and how many times at most. */
  readonly again: number;
  readonly returns: number;
}

/** The most attempts that a run can make. */
export const mostAttempts = ({
  agents,
  retries,
  returns,
}: Pick<ScaleGivens, 'agents' | 'retries' | 'returns'>): number =>
  (agents + 2 * returns) * (retries + 1);
