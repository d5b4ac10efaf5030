import type { OrderOptions } from '../../../src/author';
import { LINES, ORDER, type LineId } from './agent';
import { peopleOf, type Model } from './model';

const early: Readonly<Partial<Record<LineId, string>>> = {
  action: 'Nothing above says yet what to look for.',
  observation: 'An observation is what a search returns. Which search?',
  'thought-2': 'It names the city. Has any line above read it?',
  'action-2': 'It searches for a city that no line above has named.',
  'observation-2': 'It is about the city. Which search has returned it?',
  'thought-3': 'It is content with what was read. Does a line above say how many live in the city?',
  answer: 'It answers before the agent has seen that this is what was asked.',
};

const NAMES = {
  thought: 'Thought',
  action: 'Action',
  observation: 'Observation',
  answer: 'Answer',
} as const;

export const nameOf = (id: LineId): string => NAMES[LINES[id]];

/** What a reader sees of an order, which is made of ids. */
export const KINDS = Object.fromEntries(ORDER.map((id) => [id, LINES[id]]));

/** The lines to be put in order, and two that people put in their place. */
export function optionsOf(model: Model): OrderOptions {
  const { country, trace } = model;
  return {
    lines: {
      ...Object.fromEntries(
        trace.lines.map(({ id, text }) => [
          id,
          { says: `${nameOf(id)}: ${text}`, early: early[id] },
        ]),
      ),
      both: {
        says: `Action: search “population of the capital of ${country}”`,
        twin: 'action-2',
        hint: 'It asks for two facts at once. By now the city has a name: which of the two searches uses it?',
      },
      guess: {
        says: `Answer: ${peopleOf(model)}`,
        twin: 'answer',
        hint: 'Read the observations again: does that number belong to the city?',
      },
    },
  };
}

/** Whether, in a list of lines, one stands before another. */
export const before = (value: unknown, first: LineId, second: LineId): boolean => {
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    list.includes(first) && list.includes(second) && list.indexOf(first) < list.indexOf(second)
  );
};

/** The right order with one line moved before another. */
export const movedBefore = (line: LineId, other: LineId): LineId[] => {
  const rest = ORDER.filter((id) => id !== line);
  return rest.toSpliced(rest.indexOf(other), 0, line);
};
