import type { Entry, Runs, Stepped } from './messages';

export interface Givens {
  /** Messages in the state before the node runs. */
  readonly history: number;
  /** Messages that the node returns. */
  readonly returns: number;
  /** Whether the key is declared with the reducer. */
  readonly reducer: boolean;
}

export interface Model extends Givens {
  readonly runs: Runs;
  readonly withReducer: number;
  readonly withoutReducer: number;
}

/** What the recorded runs led to. */
export const counted = (givens: Givens, runs: Runs): Model => ({
  ...givens,
  runs,
  withReducer: runs.with.after.length,
  withoutReducer: runs.without.after.length,
});

/** What became of a message from one state to the next. */
export interface Change {
  readonly kind: 'kept' | 'added' | 'replaced' | 'removed';
  readonly entry: Entry;
  /** Its position in the state before, if it was there. */
  readonly was?: number;
  /** Its position in what the node returned, if it came from there. */
  readonly returned?: number;
}

/** The states before and after a step, message by message. */
export function diff({ before, update, after }: Stepped): Change[] {
  const returnedAt = (id: string): number => update.findIndex((entry) => entry.id === id);
  const known = before.map((entry, was): Change => {
    const now = after.find(({ id }) => id === entry.id);
    const returned = returnedAt(entry.id);
    if (!now) return { kind: 'removed', entry, was, ...(returned >= 0 && { returned }) };
    return now.text === entry.text
      ? { kind: 'kept', entry, was }
      : { kind: 'replaced', entry: now, was, returned };
  });
  const added = after
    .filter(({ id }) => before.every((entry) => entry.id !== id))
    .map((entry): Change => ({ kind: 'added', entry, returned: returnedAt(entry.id) }));
  return [...known, ...added];
}
