import type { Slip } from '../../../src/author';
import { UNKNOWN } from './agent';
import { peopleOf, type Model } from './model';
import { before, movedBefore } from './trace-order';

export const slips: readonly Slip<Model>[] = [
  {
    field: 'order',
    value: () => movedBefore('action-2', 'observation'),
    matches: (value) => before(value, 'action-2', 'observation'),
    hint: 'Both searches are sent before the first has been read. Can the second be worded without what the first returns?',
    highlights: ['action-2', 'observation'],
  },
  {
    field: 'order',
    value: () => movedBefore('observation', 'action'),
    matches: (value) =>
      before(value, 'observation', 'action') || before(value, 'observation-2', 'action-2'),
    hint: 'An observation stands before its action. It is what the action returns.',
    highlights: ['action', 'observation'],
  },
  {
    field: 'order',
    value: () => movedBefore('answer', 'action-2'),
    matches: (value) => before(value, 'answer', 'action-2'),
    hint: 'It answers without the second search. Where would the number come from?',
    highlights: ['action-2', 'answer'],
  },
  {
    field: 'searches',
    value: () => 1,
    hint: 'One search names the city, if there is a page that does. Does that page also say how many live there?',
    highlights: ['index'],
  },
  {
    field: 'searches',
    value: () => 3,
    hint: 'Only actions are searches. A thought does not search.',
    highlights: ['action'],
  },
  {
    field: 'final',
    value: peopleOf,
    hint: 'That many live in the whole country. The question is about its capital.',
    highlights: ['observation-2'],
  },
  {
    field: 'final',
    value: () => UNKNOWN,
    hint: 'The index has a page on the city. Which search finds it?',
    highlights: ['index'],
  },
];
