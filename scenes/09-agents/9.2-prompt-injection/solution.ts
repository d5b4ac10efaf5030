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
import { ATTACKS, DEFENCES } from './recording';

export function* solution(model: Model): Generator<Step> {
  const { here, recording } = model;
  yield {
    id: 'read',
    title: 'The model reads orders and data alike',
    say: prose`Your rules, your question and the text from outside stand in one context. To a model all of it is text. Nothing but a convention tells it who may give orders.`,
    lines: [],
    highlights: ['page', 'read'],
  };
  yield {
    id: 'call',
    title: 'It wants what it has read',
    say: prose`The scripted model obeys whatever stands in its context. If the order has come that far, the model wants to send your notes, and it has the tools for it.`,
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
    id: 'cut',
    title: 'A defence counts where it cuts the way',
    say: prose`Of $n$ runs, $k$ leak. A mark in the prompt can only ask the model to heed it, and a model may forget. What stands outside the model cuts, however well the order is worded.`,
    lines: [stopped, leaked],
    highlights: ['defences', 'left'],
    reveals: { stopped_by: stopped, leaked },
  };
  const settings = named(
    '\\text{settings}',
    multiply(constant(ATTACKS.length), power(2, DEFENCES.length)),
    { format: integer },
  );
  const holds = recording.filter((outcome) => leakOf(outcome) === 'no').length;
  yield {
    id: 'matrix',
    title: 'Every attack against every setting',
    say: [
      'All of them have run, and ',
      constant(holds),
      ' let nothing out. Approval and least privilege hold back mails, not an address in the answer; sanitising does not see through Base64. So defences are combined.',
    ],
    lines: [settings],
    highlights: ['matrix'],
  };
}
