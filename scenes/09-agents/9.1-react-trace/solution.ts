import {
  add,
  constant,
  integer,
  named,
  prose,
  word,
  wordsOf,
  type Prose,
  type Step,
} from '../../../src/author';
import { UNKNOWN, type Broken } from './agent';
import { peopleOf, type Model } from './model';
import { KINDS } from './trace-order';

export function* solution(model: Model): Generator<Step> {
  const { trace, brokenTrace } = model;
  yield {
    id: 'first',
    title: 'Think, act, observe',
    say: prose`No page answers the question as it stands. The thought picks a part that a search can answer. The action sends that search, and the observation is the page that comes first.`,
    lines: [],
    highlights: ['thought', 'action', 'observation', 'index'],
  };
  const searches = named('\\text{searches}', add(constant(1), constant(model.searches - 1)), {
    format: integer,
    part: 'action action-2',
  });
  yield {
    id: 'second',
    title: 'The second search needs the first',
    say: prose`The observation names the city, and only now can the next thought word the next search. If both were sent at once, the second could not name the city.`,
    lines: [searches],
    highlights: ['observation', 'thought-2', 'action-2', 'observation-2'],
    reveals: { searches },
  };
  const final = named('\\text{answer}', word(trace.final), { part: 'answer' });
  const order = wordsOf(trace.lines.map(({ id }) => word(id, KINDS[id])));
  yield {
    id: 'answer',
    title: 'It stops when it has what was asked',
    say: prose`The last thought compares what was read with the question. The answer is taken from an observation, not from memory, so anybody can check it.`,
    lines: [final],
    highlights: ['observation-2', 'thought-3', 'answer'],
    reveals: { final, order },
  };
  const failed = named("\\text{answer}'", word(brokenTrace.final), { part: 'answer' });
  yield {
    id: 'broken',
    title: 'The same agent with one thing broken',
    say: because(model),
    lines: [failed],
    highlights: ['answer', 'index'],
    reveals: { broken_final: failed },
  };
}

const LOST: Readonly<Record<Broken, string>> = {
  thought: 'Without the first thought the whole question is sent as a search. ',
  action: 'No search, so nothing to observe. The next thought cannot name the city. ',
  observation: 'What was found is never read, so the next thought cannot name the city. ',
  'thought-2': 'Without a new thought the plan is the old one, and the same search is sent again. ',
  'action-2': 'The city is known, but nobody has looked it up. ',
  'observation-2': 'The page with the number is found and never read. ',
  'thought-3': 'The number was read, but no thought has taken it up. ',
  parallel: 'The second search is worded before the first is read, so it cannot name the city. ',
};

/** Why it fails, and how the failure looks. */
function because({ broken, brokenTrace, ...givens }: Model): Prose {
  if (brokenTrace.final === UNKNOWN)
    return [
      LOST[broken],
      'This agent says that it does not know. A language model might make up a number instead.',
    ];
  const whole = brokenTrace.final === peopleOf({ broken, ...givens });
  return [
    LOST[broken],
    whole
      ? 'The best page for that search is about the whole country, and its number looks like an answer.'
      : 'This time the answer is right all the same.',
  ];
}
