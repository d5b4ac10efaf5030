import {
  cases,
  compare,
  given,
  integer,
  named,
  power,
  constant,
  multiply,
  prose,
  word,
  type Step,
} from '../../../src/author';
import { leakOf, leaksOf, NAMES, type Model } from './model';
import { ATTACKS, DEFENCES, SETTINGS } from './recording';

export function* solution(model: Model): Generator<Step> {
  const { here, recording } = model;
  yield {
    id: 'read',
    title: 'What comes from outside is data',
    say: prose`Your rules, your question and the text from outside stand in one context. Two gates may stand before it. Sanitising drops hidden text and the phrases of known attacks. With isolation a model without tools reads, and passes on nothing but dates.`,
    lines: [],
    highlights: ['page', 'read'],
  };
  yield {
    id: 'call',
    title: 'To a model, orders and data look alike',
    say: prose`The scripted model obeys any order in its context. A mark around the data asks it not to. A model may heed the mark or ignore it, so with a mark both are run.`,
    lines: [],
    highlights: ['read', 'call'],
  };
  const k = given('k', leaksOf(here), { role: 'gradient', part: 'left' });
  const n = given('n', here.runs.length, { part: 'call' });
  const stopped = named('\\text{stopped by}', word(model.stoppedBy, NAMES[model.stoppedBy]), {
    part: 'defences',
  });
  const leaked = named(
    '\\text{leaked}',
    cases(
      [
        [compare(k, '=', n), word('yes')],
        [compare(k, '=', 0), word('no')],
      ],
      word('less likely'),
    ),
    { part: 'left' },
  );
  yield {
    id: 'act',
    title: 'Outside the model, no wording helps',
    say: prose`Least privilege takes the mail tool away. A person can refuse each mail. Sanitising also removes pictures from the answer, since their addresses can carry your notes. Of $n$ runs, $k$ leak.`,
    lines: [stopped, leaked],
    highlights: ['defences', 'left'],
    reveals: { stopped_by: stopped, leaked },
  };
  const settings = named(
    '\\text{settings}',
    multiply(constant(ATTACKS.length), power(2, DEFENCES.length)),
    { format: integer },
  );
  const all = recording.length === ATTACKS.length * SETTINGS.length;
  const holds = recording.filter((outcome) => leakOf(outcome) === 'no').length;
  yield {
    id: 'matrix',
    title: 'Every attack against every setting',
    say: [
      ...(all
        ? ['All of them have run, and ', constant(holds), ' let nothing out. ']
        : ['They are still being run. ']),
      'A filter knows only the phrases it was given; approval and least privilege hold back mails, not pictures. Isolation stops every order here, yet a page can still lie about the date. So defences are combined.',
    ],
    lines: [settings],
    highlights: ['matrix'],
  };
}
