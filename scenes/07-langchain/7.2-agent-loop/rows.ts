import type { Plain } from '../../../src/author';
import type { Run } from './model';
import { returned, rowOf, type Row } from './record.js';

/** A run as it is drawn. */
export interface Played {
  readonly rows: readonly Row[];
  /** Whether the learner's own loop made it. */
  readonly own: boolean;
}

/** The solution's run. */
export const solutionRun = ({ messages, final, turns, toolCalls, failed }: Run): Played => ({
  rows: [
    ...messages.map(rowOf),
    failed ? ['throws', final] : returned({ final, turns, toolCalls }),
  ],
  own: false,
});

const ENDINGS = ['returns', 'throws', 'endless'];

/** The run of the learner's loop, if it was recorded. One that was cut short has no end. */
export function ownRun(recorded: Plain | undefined): Played | undefined {
  if (!Array.isArray(recorded)) return undefined;
  const rows = (recorded as readonly Plain[]).filter(isRow);
  if (rows.length === 0) return undefined;
  const ended = ENDINGS.includes(rows[rows.length - 1][0]);
  return {
    rows: ended ? rows : [...rows, ['endless', 'It never came to an end, and was stopped.']],
    own: true,
  };
}

/** Turns of the model that a run has taken. */
export const turnsIn = (rows: readonly Row[]): number => rows.filter(isTurn).length;

/** What the model said, whether it stands in the list or not. */
export const isTurn = ([role]: Row): boolean => role === 'assistant' || role === 'said';

/** The position of the line that a line answers: a result answers the call of its id in the list. */
export function causeOf(rows: readonly Row[], i: number): number | undefined {
  const [role, , id] = rows[i];
  if (role === 'tool') {
    const asking = rows.findLastIndex(
      ([speaker, , ...ids], j) => j < i && speaker === 'assistant' && ids.includes(id),
    );
    return asking < 0 ? undefined : asking;
  }
  return role === 'user' || role === 'nonsense' || i === 0 ? undefined : i - 1;
}

const isRow = (row: Plain): row is Row & Plain =>
  Array.isArray(row) && row.length >= 2 && row.every((word) => typeof word === 'string');
