import { search, type Country, type Hit } from './pages';

export type Kind = 'thought' | 'action' | 'observation' | 'answer';

/** The lines of the trace, each with an id of its own, in the order in which they are run. */
export const LINES = {
  thought: 'thought',
  action: 'action',
  observation: 'observation',
  'thought-2': 'thought',
  'action-2': 'action',
  'observation-2': 'observation',
  'thought-3': 'thought',
  answer: 'answer',
} as const satisfies Readonly<Record<string, Kind>>;

export type LineId = keyof typeof LINES;
export const ORDER = Object.keys(LINES) as LineId[];

/** What can go wrong: a line is left out, or both searches are sent at once. */
export type Broken = Exclude<LineId, 'answer'> | 'parallel';

export interface Line {
  readonly id: LineId;
  readonly text: string;
  /** What the search found, where the line is a search. */
  readonly hits?: readonly Hit[];
}

export interface Trace {
  readonly lines: readonly Line[];
  /** What the agent answers. */
  readonly final: string;
}

export const UNKNOWN = 'I do not know';

/** What the agent knows at a line: nothing at first. */
interface State {
  plan?: string;
  /** What each search has found. */
  readonly found: { [action in LineId]?: readonly Hit[] };
  /** What was read last. */
  seen?: string;
  capital?: string;
  people?: string;
}

/** The order in which the lines of a run stand. */
function orderOf(broken?: Broken): LineId[] {
  if (broken !== 'parallel') return ORDER.filter((id) => id !== broken);
  // The second search is thought of and sent before the first has been read.
  return [
    'thought',
    'action',
    'thought-2',
    'action-2',
    'observation',
    'observation-2',
    'thought-3',
    'answer',
  ];
}

/**
 * Runs the scripted agent line by line. Each line uses only what the lines before it have left: a
 * plan, what was found, what was read.
 */
export function play(country: Country, broken?: Broken): Trace {
  const question = `population of the capital of ${country}`;
  const state: State = { found: {} };
  const find = (id: LineId) => () => {
    const query = state.plan ?? question;
    const hits = (state.found[id] = search(query));
    return { text: `search “${query}”`, hits };
  };
  const read = (action: LineId) => () => {
    state.seen = state.found[action]?.[0]?.text;
    return { text: state.seen ?? 'Nothing has come.' };
  };
  const run: Readonly<Record<LineId, () => Omit<Line, 'id'>>> = {
    thought: () => {
      state.plan = `capital of ${country}`;
      return { text: `I need the capital of ${country} first.` };
    },
    action: find('action'),
    observation: read('action'),
    'thought-2': () => {
      state.capital = /Capital: (\w+)/.exec(state.seen ?? '')?.[1];
      state.plan = state.capital ? `population of ${state.capital}` : question;
      state.seen = undefined;
      return {
        text: state.capital
          ? `It is ${state.capital}. How many live there?`
          : 'I cannot name the city, so I ask for all at once.',
      };
    },
    'action-2': find('action-2'),
    'observation-2': read('action-2'),
    'thought-3': () => {
      state.people = /Population[^:]*: (about [\d.]+ million)/.exec(state.seen ?? '')?.[1];
      return { text: state.people ? 'That is what I was asked.' : 'No number has come.' };
    },
    answer: () => ({ text: state.people ?? UNKNOWN }),
  };
  const lines = orderOf(broken).map((id) => ({ id, ...run[id]() }));
  return { lines, final: state.people ?? UNKNOWN };
}
